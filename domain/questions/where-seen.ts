import { z } from "zod";
import { parsePostcode } from "../postcode.ts";
import { defineQuestion } from "./question.ts";
import type { SubmittedAddress } from "./submission.ts";
import { saysNothingOfThem } from "./children-seen.ts";
import { together } from "./choices.ts";
import { optionalText } from "./typed-text.ts";
import { ofPublic as plOfPublic } from "./pl/public.ts";

/**
 * Where the children can be found, in whatever words somebody has for it. All of it may stay empty, unless nothing was said
 * of the children either: the way it was put is kept, so that taking their names back asks it again.
 */
export const whereSeen = defineQuestion({
  id: "where-seen",
  wordingVersion: 2,
  room: "contact",
  fields: [
    { kind: "textarea", name: "lives", max: 600, rows: 3 },
    { kind: "text", name: "postcode", max: 40, width: 10 },
    { kind: "textarea", name: "seenAt", max: 500, rows: 2 },
  ],
  schema: () =>
    z
      .object({
        lives: optionalText(600),
        postcode: optionalText(40),
        seenAt: optionalText(500),
        asked: z.enum(["plain", "only-place"]).optional(),
      })
      .superRefine(({ lives, postcode, seenAt, asked }, problems) => {
        if (asked === "only-place" && (lives ?? postcode ?? seenAt) == null)
          problems.addIssue({ code: "custom", path: ["lives"], message: "clue" });
      }, together)
      .transform(
        ({ lives, postcode, seenAt }): { address: SubmittedAddress | null; seenAt: string | null } => {
          const known = postcode === null ? null : parsePostcode(postcode);
          const lines = [...(lives?.split("\n") ?? []), known === null ? (postcode ?? "") : ""]
            .map((line) => line.trim())
            .filter((line) => line !== "");
          return {
            address: lines.length === 0 && known === null ? null : { lines, postcode: known },
            seenAt,
          };
        },
      ),
  variant: (answers) => (saysNothingOfThem(answers) ? "only-place" : null),
  stamp: (answers) => ({ asked: saysNothingOfThem(answers) ? "only-place" : "plain" }),
  texts: {
    public: {
      en: {
        section: "What you know",
        title: "Where can we find them?",
        intro: ["Any part of it helps. If you do not know, leave it empty."],
        variants: {
          "only-place": {
            title: "Where did you hear or see them?",
            intro: [
              "You could not say who they are, so the place is how we find them. Any part of it helps: a street, a floor, a shop nearby.",
            ],
          },
        },
        fields: {
          lives: {
            label: "Where do they live?",
            hint: "Such as “the flat with a blue door above the chip shop, Mill Road”",
          },
          postcode: { label: "Postcode, if you know it" },
          seenAt: { label: "Where did you see or hear them, if it was somewhere else?" },
        },
        errors: { clue: "Write one thing about the place, such as the street, the floor or what is near it" },
      },
      pl: plOfPublic["where-seen"],
    },
  },
});
