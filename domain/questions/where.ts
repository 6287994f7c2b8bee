import { z } from "zod";
import { oneOf, together } from "./choices.ts";
import { parsePostcode } from "../postcode.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { professional as plProfessional } from "./pl/professional.ts";

const placesNow = ["home", "school", "with_me", "elsewhere", "not_known"] as const;

/** Where the child lives, or was seen, and where they are at this moment. */
export const where = defineQuestion({
  id: "where",
  wordingVersion: 1,
  room: "contact",
  fields: [
    {
      kind: "radios",
      name: "lives",
      options: ["address", "not_known"],
      reveals: {
        address: [
          { kind: "text", name: "line1", max: 200 },
          { kind: "text", name: "line2", max: 200 },
          { kind: "text", name: "town", max: 200, width: 20 },
          { kind: "text", name: "postcode", max: 40, width: 10 },
        ],
        not_known: [{ kind: "textarea", name: "seenAt", max: 500, rows: 2 }],
      },
    },
    { kind: "textarea", name: "otherPlaces", max: 500, rows: 2 },
    {
      kind: "radios",
      name: "now",
      options: placesNow,
      reveals: { elsewhere: [{ kind: "text", name: "nowDetail", max: 200 }] },
    },
  ],
  schema: () =>
    z
      .object({
        lives: oneOf(["address", "not_known"], "lives"),
        line1: optionalText(200),
        line2: optionalText(200),
        town: optionalText(200),
        postcode: optionalText(40),
        seenAt: optionalText(500),
        otherPlaces: optionalText(500),
        now: oneOf(placesNow, "now"),
        nowDetail: optionalText(200),
      })
      .superRefine(({ lives, line1, line2, town, postcode }, problems) => {
        if (lives === "address" && (line1 ?? line2 ?? town ?? postcode) == null)
          problems.addIssue({ code: "custom", path: ["line1"], message: "address" });
      }, together)
      .transform(({ line1, line2, town, postcode, lives, ...rest }) => {
        const known = postcode === null ? null : parsePostcode(postcode);
        // What does not look like a postcode is still a clue, so it stays as a line of the address.
        const lines = [line1, line2, town, known === null ? postcode : null];
        const kept = lines.filter((line) => line !== null);
        return { ...rest, address: lives === "address" ? { lines: kept, postcode: known } : null };
      }),
  texts: {
    professional: {
      en: {
        section: "The child",
        title: "Where is the child?",
        fields: {
          lives: {
            label: "Where does the child live?",
            options: { address: "I know the address or a part of it", not_known: "I do not know" },
          },
          line1: { label: "Address" },
          line2: { label: "Second line of the address" },
          town: { label: "Town or area" },
          postcode: { label: "Postcode" },
          seenAt: {
            label: "Where did you see the child, or hear about them?",
            hint: "You can leave this empty",
          },
          otherPlaces: {
            label: "Does the child live or stay anywhere else too?",
            hint: "Such as with the other parent or a grandparent. You can leave this empty.",
          },
          now: {
            label: "Where is the child now?",
            options: {
              home: "At home",
              school: "At school or nursery",
              with_me: "With me",
              elsewhere: "Somewhere else",
              not_known: "I do not know",
            },
          },
          nowDetail: { label: "Where?" },
        },
        errors: {
          lives: "Choose whether you know where the child lives",
          address: "Write any part of the address, or choose that you do not know",
          now: "Choose where the child is now",
        },
      },
      pl: plProfessional.where,
    },
  },
});
