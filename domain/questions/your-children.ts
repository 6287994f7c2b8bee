import { z } from "zod";
import { oneOrNone, together } from "./choices.ts";
import { datePartsOf, defineQuestion } from "./question.ts";
import { knownNames } from "./says-not-known.ts";
import { birthErrors, refuseBirth, withBirth } from "./typed-birth.ts";
import { optionalText } from "./typed-text.ts";
import { family as plFamily } from "./pl/family.ts";

const ages = ["date", "about", "unborn"] as const;
const dateBoxes = Object.fromEntries(
  [...datePartsOf("born"), ...datePartsOf("due")].map((name) => [name, z.string().optional()]),
);

/** The children of a family that asks for help, one at a time; a name is enough. */
export const yourChildren = defineQuestion({
  id: "your-children",
  wordingVersion: 1,
  room: "contact",
  repeats: { least: 1, asks: ["yes", "no"], onEntry: true },
  fields: [
    { kind: "text", name: "firstName", max: 200 },
    { kind: "text", name: "lastName", max: 200 },
    {
      kind: "radios",
      name: "age",
      options: ages,
      reveals: {
        date: [{ kind: "date", name: "born" }],
        about: [{ kind: "text", name: "about", max: 100, width: 20 }],
        unborn: [{ kind: "date", name: "due" }],
      },
    },
    { kind: "text", name: "school", max: 200 },
  ],
  schema: ({ today }) =>
    z
      .object({
        firstName: optionalText(200),
        lastName: optionalText(200),
        age: oneOrNone(ages).transform((age) => age ?? ""),
        about: optionalText(100),
        ...dateBoxes,
        school: optionalText(200),
      })
      .superRefine((child, problems) => {
        // A baby who is not born yet has no name.
        if ((child.firstName ?? child.lastName) == null && child.age !== "unborn")
          problems.addIssue({ code: "custom", path: ["firstName"], message: "who" });
        refuseBirth(child, today, problems);
      }, together)
      .transform((child) => withBirth(knownNames(child), today)),
  texts: {
    family: {
      en: {
        section: "Your family",
        title: "Your child",
        intro: ["Tell us about one child. You can add more."],
        list: {
          title: "Your children",
          entry: "Child {n}",
          another: "Do you have another child to tell us about?",
          options: { yes: "Yes", no: "No" },
          choose: "Choose yes or no, so that we know if there is another child",
          add: "Add a child",
          change: "Change",
          remove: "Remove",
        },
        fields: {
          firstName: { label: "First name" },
          lastName: { label: "Last name" },
          age: {
            label: "How old is your child?",
            hint: "You can skip this",
            options: {
              date: "I will give the date of birth",
              about: "I will give the age",
              unborn: "The baby is not born yet",
            },
          },
          born: { label: "Date of birth", hint: "Such as 27 3 2016. The month can be a word." },
          about: { label: "Age", hint: "Such as 7, or 18 months" },
          due: { label: "When is the baby due?", hint: "Leave it empty if you do not know" },
          school: { label: "School or nursery", hint: "You can skip this" },
        },
        errors: {
          who: "Write your child’s first name or last name",
          ...birthErrors,
        },
      },
      pl: plFamily["your-children"],
    },
  },
});
