import { z } from "zod";
import { anyOf, oneOrNone } from "./choices.ts";
import { disabilityNames, disabilityOptions, ethnicityNames, ethnicityOptions } from "./census-facts.ts";
import { wantsExtra } from "./extras.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { professionalFacts as plProfessional } from "./pl/professional-facts.ts";

const specialNeeds = ["none", "support", "plan", "not_known"] as const;
const disabilities = [...disabilityNames, "not_known"] as const;

/** Facts that councils report on, for each child. Every one of them may be "not known". */
export const facts = defineQuestion({
  id: "facts",
  wordingVersion: 1,
  room: "contact",
  repeats: { each: "children" },
  appliesTo: (answers) => wantsExtra(answers, "facts"),
  fields: [
    { kind: "select", name: "ethnicity", options: ["", ...ethnicityNames] },
    { kind: "text", name: "language", max: 200, width: 20 },
    { kind: "checkboxes", name: "disabilities", options: disabilities, exclusive: "not_known" },
    { kind: "radios", name: "specialNeeds", options: specialNeeds },
  ],
  schema: () =>
    z
      .object({
        ethnicity: oneOrNone(ethnicityNames),
        language: optionalText(200),
        disabilities: anyOf(disabilities),
        specialNeeds: oneOrNone(specialNeeds),
      })
      .superRefine(({ disabilities: ticked }, problems) => {
        const alone = ticked.includes("NONE") || ticked.includes("not_known");
        if (alone && ticked.length > 1)
          problems.addIssue({ code: "custom", path: ["disabilities"], message: "disabilities" });
      }),
  texts: {
    professional: {
      en: {
        section: "Anything else",
        title: "Facts we report on",
        intro: [
          "The government asks councils for these. They do not change what we decide, and you can skip any of them.",
        ],
        fields: {
          ethnicity: { label: "Ethnicity", options: { "": "Choose one, or leave it", ...ethnicityOptions } },
          language: { label: "First language", hint: "Leave it empty if you do not know" },
          disabilities: {
            label: "Disability",
            options: { ...disabilityOptions, not_known: "I do not know" },
          },
          specialNeeds: {
            label: "Special educational needs",
            options: {
              none: "None that I know of",
              support: "Gets support for special needs",
              plan: "Has an education, health and care plan",
              not_known: "I do not know",
            },
          },
        },
        errors: { disabilities: "Tick “No disability” or “I do not know” alone, or tick the others" },
      },
      pl: plProfessional.facts,
    },
  },
});
