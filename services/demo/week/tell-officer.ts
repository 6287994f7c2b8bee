import type { OpenLado } from "#domain/lado";
import { listLado } from "../../lado/list-lado.ts";
import { openLado } from "../../lado/open-lado.ts";
import { workLado } from "../../lado/work-lado.ts";
import type { SentIn } from "./send-in.ts";
import type { Stage } from "./stage.ts";

const nobodyHere = { staffEmail: "" } as const;

/** Families whose sender, when they were rung back, spoke of an adult who works with children too. */
const adults: Readonly<Record<string, OpenLado & { taken: boolean }>> = {
  attendance: {
    name: "Dermot Fane",
    work: "Driver of a school minibus",
    employer: "Brightway Minibuses",
    worry:
      "The school says that he shouted at two children in the minibus and would not let one of them get off at her stop. Two other parents have complained about his temper this term.",
    tests: ["risk", "unsuitable"],
    taken: true,
    ...nobodyHere,
  },
  three: {
    name: "A coach called Lennie, surname not known",
    work: "Coaches the under-elevens at a swimming club",
    employer: "Harbour Swimming Club",
    worry:
      "The sender has heard from another parent that he sends messages to children late in the evening and asks them to delete them. Nobody has seen the messages yet.",
    tests: ["risk"],
    taken: false,
    ...nobodyHere,
  },
};

const minutesAfter = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

/** A manager tells the designated officer about an adult of whom the sender spoke; the officer may have taken it up. */
export async function tellOfficer(stage: Stage, family: string, { reference, at }: SentIn): Promise<void> {
  const about = adults[family];
  if (about === undefined) return;
  const { taken, ...adult } = about;
  const told = minutesAfter(at, 12);
  await openLado(stage.at(told), stage.person("Helen Marsh"), { reference, ...adult });
  if (!taken) return;
  const officer = stage.person("Owen Price");
  const context = stage.at(minutesAfter(told, 50));
  const { rows } = await listLado(context, officer, { closed: false, after: null });
  const id = rows.find(({ name }) => name === adult.name)?.id;
  if (id === undefined) throw new Error("the officer does not see what was told");
  await workLado(context, officer, {
    ...{ id, what: "acknowledge" },
    note: "Rang the firm: he does not drive until we have met. Meeting with the school and police on Thursday.",
  });
}
