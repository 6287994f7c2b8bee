import { Temporal } from "temporal-polyfill";
import type { Channel } from "#domain/intake";
import type { Answers } from "#domain/questions/answers";
import type { Submission } from "#domain/questions/submission";
import { toSubmission } from "#domain/questions/to-submission";
import { matchContact } from "../../contacts/match-contact.ts";
import { receiveContact } from "../../contacts/receive-contact.ts";
import { unitOfWork } from "../../unit-of-work.ts";
import { householdOn, type Household } from "../family/household.ts";
import { inventFamily } from "../family/invent-family.ts";
import { randomFrom } from "../random.ts";
import { outcomeOrigin } from "../records/demo-outcome.ts";
import { drawTold } from "../telling/draw-told.ts";
import { formAnswers } from "../telling/form-answers.ts";
import { tell } from "../telling/tell.ts";
import type { Scene } from "./scene.ts";
import type { Stage } from "./stage.ts";

export type SentIn = { reference: string; id: string; at: Date; submission: Submission };

const seed = "demo-week";

/** Lets one contact of the week arrive, and be matched a moment later. */
export async function sendIn(stage: Stage, scene: Scene, at: Date, now: Date): Promise<SentIn> {
  const random = randomFrom(`${seed}/${scene.family}/${scene.came}`);
  const told = drawTold(random, familyFor(scene, at), outcomeOrigin[scene.about].severity, at);
  const everyChild = scene.subjects === undefined ? false : scene.subjects > 1;
  const said = tell(random, { ...told, partial: scene.partial ?? false, everyChild });
  const submission = throughForm(
    { ...said, danger: scene.danger ?? "no", nextEvent: scene.soon ? goingHome(now) : null },
    told.sender.channel,
    at,
  );
  const context = stage.at(at);
  const { reference } = await unitOfWork(context, { kind: "public" }, (unit) =>
    receiveContact(unit, submission, { channel: told.sender.channel, idempotencyKey: context.newId() }),
  );
  const { id } = await stage.contactNow(reference);
  await stage.work(at, "match-contact", id, (unit) => matchContact(unit, id));
  return { reference, id, at, submission };
}

/** What comes online was typed into the form: as asked and as answered, page by page. */
function throughForm(told: Submission, channel: Channel, at: Date): Submission {
  if (channel !== "online") return told;
  const { parents, safety, family, "family-list": rest, ...early } = formAnswers(told, at);
  const answers = told.partial ? early : { ...early, parents, safety, family, "family-list": rest };
  const read = toSubmission(answers as Answers, told.audience, told.language, {
    early: told.partial,
    now: at,
  });
  if (!read) throw new Error("the form is not complete");
  return read;
}

/** The family that this word stands for: the first of its line in which enough children live. */
function familyFor({ family, subjects = 1 }: Scene, at: Date): Household {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO("Europe/London")
    .toPlainDate();
  for (let number = 0; ; number += 1) {
    const household = householdOn(inventFamily(`${seed}/${family}`, number, day), day);
    if (household.children.filter(({ age }) => age >= 0).length >= subjects) return household;
  }
}

/** Home time: today while it lies ahead, else tomorrow. */
function goingHome(now: Date): NonNullable<Submission["nextEvent"]> {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO("Europe/London");
  const today = here.withPlainTime({ hour: 15, minute: 15 });
  const ahead = Temporal.ZonedDateTime.compare(here, today) < 0 ? today : today.add({ days: 1 });
  return {
    at: new Date(ahead.epochMilliseconds).toISOString(),
    kind: "going_home",
    time: "3:15pm",
    detail: "Collected from the gate",
  };
}
