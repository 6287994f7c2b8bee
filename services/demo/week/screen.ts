import { addNote } from "../../contacts/add-note.ts";
import { rateContact } from "../../contacts/rate-contact.ts";
import { releaseContact } from "../../contacts/release-contact.ts";
import { takeContact } from "../../contacts/take-contact.ts";
import { askAgenciesAbout } from "./ask-agencies-about.ts";
import type { Scene } from "./scene.ts";
import type { SentIn } from "./send-in.ts";
import type { Stage } from "./stage.ts";

const ratingReasons = {
  R: "A child may be hurt again today.",
  A: "A serious worry, and checks are needed before anybody decides.",
  G: "Needs that early help can meet.",
  B: "Information, or help that anybody can have.",
} as const;

const minutesAfter = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

/** A screener takes a contact, rates it and writes down what they did; then it is released, unless it stays held. */
export async function screen(stage: Stage, scene: Scene, { reference, at }: SentIn): Promise<void> {
  if (scene.rating === undefined) return;
  const screener = stage.person(scene.screener);
  const moment = minutesAfter(at, 6);
  const context = stage.at(moment);
  await takeContact(context, screener, { reference, reason: "The sender rang about it again." });
  const { version } = await stage.contactNow(reference);
  const { rating } = scene;
  await rateContact(context, screener, { reference, version, rating, reason: ratingReasons[rating] });
  if (rating === "R" || scene.reached === "held")
    await addNote(stage.at(minutesAfter(moment, 4)), screener, {
      reference,
      kind: "call",
      text: "Rang the sender back. They stand by what they wrote and can be reached until five.",
    });
  if (rating === "R" && scene.reached === "held")
    await askAgenciesAbout(stage, scene, { reference, at: minutesAfter(moment, 6) });
  if (scene.reached === "rated") await releaseContact(stage.at(minutesAfter(moment, 9)), screener, reference);
}
