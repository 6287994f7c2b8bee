import { z } from "zod";
import { anyOf, oneOf, together } from "./choices.ts";
import { datePartsOf, defineQuestion } from "./question.ts";
import { yearsIn } from "./typed-age.ts";
import { birthErrors, refuseBirth, withBirth } from "./typed-birth.ts";
import { optionalText, typedText } from "./typed-text.ts";
import { professionalMore as plProfessionalMore } from "./pl/professional-more.ts";

const ages = ["adult", "child", "about", "date", "not_known"] as const;
const known = ["yes", "no", "not_known"] as const;
const dateBoxes = Object.fromEntries(datePartsOf("born").map((name) => [name, z.string().optional()]));

/** Other people of the family and the home. */
export const family = defineQuestion({
  id: "family",
  wordingVersion: 2,
  room: "contact",
  repeats: { least: 0, asks: ["yes", "no", "not_known"] },
  fields: [
    { kind: "text", name: "name", max: 200 },
    { kind: "text", name: "relationship", max: 200 },
    {
      kind: "radios",
      name: "age",
      options: ages,
      reveals: {
        about: [{ kind: "text", name: "about", max: 100, width: 20 }],
        date: [{ kind: "date", name: "born" }],
      },
    },
    { kind: "radios", name: "lives", options: known },
    { kind: "radios", name: "responsibility", options: known },
    { kind: "checkboxes", name: "risk", options: ["yes"] },
  ],
  schema: ({ today }) =>
    z
      .object({
        name: typedText(200, "name"),
        relationship: optionalText(200),
        age: oneOf(ages, "age"),
        about: optionalText(100),
        ...dateBoxes,
        lives: oneOf(known, "lives"),
        responsibility: oneOf(known, "responsibility"),
        risk: anyOf(["yes"]),
      })
      .superRefine((person, problems) => {
        refuseBirth(person, today, problems);
        // Who is under 18 here decides who must be thought of, so an age in words needs a number in it.
        if (person.age === "about" && person.about != null && yearsIn(person.about) === null)
          problems.addIssue({ code: "custom", path: ["about"], message: "about" });
      }, together)
      .transform((person) => withBirth(person, today)),
  texts: {
    professional: {
      en: {
        section: "The family",
        title: "A person in the family or home",
        intro: ["Put a description if you do not know the name, such as “mother’s new partner”."],
        list: {
          title: "The family and home",
          intro: [
            "Tell us about parents, carers, brothers, sisters and anybody else who lives with the child or matters to them. Include parents who live elsewhere.",
          ],
          entry: "Person {n}",
          another: "Is there anybody else in the family or home to tell us about?",
          options: {
            yes: "Yes",
            no: "No, that is everybody I know of",
            not_known: "I do not know who lives there",
          },
          choose: "Choose whether there is anybody else to tell us about",
          add: "Add a person",
          change: "Change",
          remove: "Remove",
        },
        fields: {
          name: { label: "Name or description" },
          relationship: {
            label: "Who are they to the child?",
            hint: "Such as mother, stepfather or half-sister",
          },
          age: {
            label: "How old are they?",
            options: {
              adult: "18 or over",
              child: "Under 18",
              about: "I know about how old they are",
              date: "I know the date of birth",
              not_known: "I do not know",
            },
          },
          about: { label: "About how old?", hint: "A number, such as 7 or 35" },
          born: { label: "Date of birth", hint: "Such as 27 3 1990. The month can be a word." },
          lives: {
            label: "Do they live with the child?",
            options: { yes: "Yes", no: "No", not_known: "I do not know" },
          },
          responsibility: {
            label: "Do they have parental responsibility?",
            options: { yes: "Yes", no: "No", not_known: "I do not know" },
          },
          risk: { label: "Risk", options: { yes: "This person may be a risk to a child or to a visitor" } },
        },
        errors: {
          name: "Write a name or a description",
          lives: "Choose whether they live with the child",
          responsibility: "Choose whether they have parental responsibility",
          ...birthErrors,
          about: "Write their age as a number, such as 7, or choose under 18 or 18 and over",
        },
      },
      pl: plProfessionalMore.family,
    },
  },
});
