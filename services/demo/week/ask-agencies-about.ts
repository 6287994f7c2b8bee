import { emptyReply } from "#domain/agency-reply";
import { defaultQuestions } from "#domain/agency-request";
import { askAgencies } from "../../agencies/ask-agencies.ts";
import { listTray } from "../../agencies/list-tray.ts";
import { readRequestsPage } from "../../agencies/read-requests-page.ts";
import { replyRequest } from "../../agencies/reply-request.ts";
import type { Scene } from "./scene.ts";
import type { Stage } from "./stage.ts";

const minutesAfter = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

/** Whom the screener asks, and who answers for each; the first of them finds nothing and says so. */
const asked = ["Folake Bello", "Karen Holt", "Rehana Begum"];

/** The screener asks three agencies about a contact that they hold: one has nothing, two have not answered yet. */
export async function askAgenciesAbout(
  stage: Stage,
  scene: Scene,
  { reference, at }: { reference: string; at: Date },
): Promise<void> {
  const screener = stage.person(scene.screener);
  const context = stage.at(at);
  const { head, form } = await readRequestsPage(context, screener, { reference });
  const due = form?.times.at(-1)?.at;
  // On a day on which the hub has just opened there may be no time left in which anybody could answer.
  if (form === null || due === undefined) return;
  const people = asked.map((name) => stage.person(name));
  await askAgencies(context, screener, {
    ...{ reference, version: head.version, formKey: form.formKey, due },
    agency: people.map(({ organisationId }) => organisationId),
    covers: form.people.map(({ id }) => id),
    worry: "A child may have been hurt at home, and may be again today.",
    questions: new Map(
      people.map(({ organisationId, organisationKind }) => [
        organisationId,
        defaultQuestions[organisationKind === "council" ? "other" : organisationKind],
      ]),
    ),
    ...{ basis: "protect", managersReason: "", familyTold: "no", notToldBecause: "child_at_risk" },
    ...{ proportionate: "Only agencies that may have seen the child this month", share: "ask_first" },
  });
  const [first] = people;
  if (first === undefined) return;
  const answering = stage.at(minutesAfter(at, 20));
  const tray = await listTray(answering, first);
  for (const { id, formKey } of tray.open.filter((row) => row.reference === reference))
    await replyRequest(answering, first, {
      ...{ id, formKey, kind: "no_trace", asBefore: false, part: false },
      content: { ...emptyReply, systems: "SystmOne, RiO" },
    });
}
