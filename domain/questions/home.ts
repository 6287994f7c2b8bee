import { z } from "zod";
import { parsePostcode } from "../postcode.ts";
import { anyOf, oneOf, oneOrNone, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import type { SubmittedAddress } from "./submission.ts";
import { optionalText } from "./typed-text.ts";
import { family as plFamily } from "./pl/family.ts";

/** Where the family lives, or that they do not want to say it yet. */
export const home = defineQuestion({
  id: "home",
  wordingVersion: 1,
  room: "contact",
  fields: [
    {
      kind: "radios",
      name: "gives",
      options: ["address", "not_yet"],
      reveals: {
        address: [
          { kind: "textarea", name: "lives", max: 600, rows: 3 },
          { kind: "text", name: "postcode", max: 40, width: 10 },
          { kind: "checkboxes", name: "secret", options: ["yes"] },
        ],
      },
    },
    { kind: "radios", name: "together", options: ["yes", "sometimes", "no"] },
  ],
  schema: () =>
    z
      .object({
        gives: oneOf(["address", "not_yet"], "gives"),
        lives: optionalText(600),
        postcode: optionalText(40),
        secret: anyOf(["yes"]),
        together: oneOrNone(["yes", "sometimes", "no"]),
      })
      .superRefine(({ gives, lives, postcode }, problems) => {
        if (gives === "address" && (lives ?? postcode) == null)
          problems.addIssue({ code: "custom", path: ["lives"], message: "lives" });
      }, together)
      .transform(({ gives, lives, postcode, secret, ...rest }) => {
        const known = postcode === null ? null : parsePostcode(postcode);
        const lines = [...(lives?.split("\n") ?? []), known === null ? (postcode ?? "") : ""]
          .map((line) => line.trim())
          .filter((line) => line !== "");
        const address: SubmittedAddress | null = gives === "address" ? { lines, postcode: known } : null;
        return { ...rest, address, secret: secret.length > 0 };
      }),
  texts: {
    family: {
      en: {
        section: "Your family",
        title: "Where do you live?",
        fields: {
          gives: {
            label: "Your address",
            options: {
              address: "I will give my address, or a part of it",
              not_yet: "I do not want to give my address yet",
            },
          },
          lives: { label: "Address" },
          postcode: { label: "Postcode" },
          secret: {
            label: "Kept secret",
            options: { yes: "No one may find out where we live. Keep it secret" },
          },
          together: {
            label: "Do your children live with you?",
            hint: "You can skip this",
            options: { yes: "Yes", sometimes: "Some of the time", no: "No" },
          },
        },
        errors: {
          gives: "Choose if you want to give your address now or not yet",
          lives: "Write a part of your address, or choose that you do not want to give it yet",
        },
      },
      pl: plFamily.home,
    },
  },
});
