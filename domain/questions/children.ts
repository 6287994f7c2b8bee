import { z } from "zod";
import { sexes } from "../intake.ts";
import { oneOf, oneOrNone, together } from "./choices.ts";
import { parseNhsNumber, parseUpn } from "../identifiers.ts";
import { datePartsOf, defineQuestion } from "./question.ts";
import { knownNames, saysNotKnown } from "./says-not-known.ts";
import { birthErrors, refuseBirth, withBirth } from "./typed-birth.ts";
import { optionalText, typedText } from "./typed-text.ts";
import { professional as plProfessional } from "./pl/professional.ts";

const ages = ["date", "about", "unborn", "not_known"] as const;
const dateBoxes = Object.fromEntries(
  [...datePartsOf("born"), ...datePartsOf("due")].map((name) => [name, z.string().optional()]),
);

/** The children that the sender is worried about; one form covers a family. */
export const children = defineQuestion({
  id: "children",
  wordingVersion: 1,
  room: "contact",
  repeats: { least: 1, asks: ["yes", "no"] },
  fields: [
    { kind: "text", name: "firstName", max: 200 },
    { kind: "text", name: "lastName", max: 200 },
    { kind: "text", name: "knownAs", max: 200 },
    { kind: "textarea", name: "description", max: 500, rows: 2 },
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
    { kind: "radios", name: "sex", options: ["F", "M", "U"] },
    { kind: "text", name: "school", max: 200 },
    { kind: "text", name: "nhsNumber", max: 40, width: 20, inputmode: "numeric" },
    { kind: "text", name: "upn", max: 40, width: 20 },
  ],
  schema: ({ today }) =>
    z
      .object({
        firstName: optionalText(200),
        lastName: optionalText(200),
        knownAs: optionalText(200),
        description: optionalText(500),
        age: oneOf(ages, "age"),
        about: optionalText(100),
        ...dateBoxes,
        sex: oneOrNone(sexes),
        school: optionalText(200),
        nhsNumber: typedText(40),
        upn: typedText(40),
      })
      .superRefine((child, problems) => {
        const refuse = (path: string, message: string) =>
          problems.addIssue({ code: "custom", path: [path], message });
        // An unborn baby has no name yet; being unborn is description enough.
        const named = child.firstName ?? child.lastName ?? child.knownAs ?? child.description;
        if (named == null && child.age !== "unborn") refuse("firstName", "who");
        refuseBirth(child, today, problems);
        if (child.nhsNumber !== "" && parseNhsNumber(child.nhsNumber) === null) refuse("nhsNumber", "nhs");
        if (child.upn !== "" && parseUpn(child.upn) === null) refuse("upn", "upn");
      }, together)
      .transform((child) => ({
        ...withBirth(knownNames(child), today),
        knownAs: saysNotKnown(child.knownAs) ? null : child.knownAs,
        nhsNumber: parseNhsNumber(child.nhsNumber),
        upn: parseUpn(child.upn),
      })),
  texts: {
    professional: {
      en: {
        section: "The child",
        title: "The child",
        intro: [
          "Tell us about one child. You can add more children of the family on the next page.",
          "A name or a description is enough. Do not wait to find out the rest.",
        ],
        list: {
          title: "Children you are worried about",
          entry: "Child {n}",
          another: "Are you worried about another child in this family?",
          options: { yes: "Yes", no: "No" },
          choose: "Choose whether you are worried about another child in this family",
          add: "Add a child",
          change: "Change",
          remove: "Remove",
        },
        fields: {
          firstName: { label: "First name" },
          lastName: { label: "Last name" },
          knownAs: { label: "Also known as", hint: "Other names, a former name or a nickname" },
          description: {
            label: "If you do not know the name, describe the child",
            hint: "Such as “boy in a red coat, in year 2, comes with an older sister”",
          },
          age: {
            label: "How old is the child?",
            options: {
              date: "I know the date of birth",
              about: "I know about how old they are",
              unborn: "The baby is not born yet",
              not_known: "I do not know",
            },
          },
          born: { label: "Date of birth", hint: "Such as 27 3 2016. The month can be a word." },
          about: { label: "About how old?", hint: "Such as 7, or 18 months" },
          due: { label: "When is the baby due?", hint: "Leave it empty if you do not know" },
          sex: { label: "Sex", options: { F: "Female", M: "Male", U: "I do not know, or not born yet" } },
          school: { label: "School, college or nursery", hint: "You can leave this and the next two empty" },
          nhsNumber: { label: "NHS number", hint: "10 digits" },
          upn: { label: "Unique pupil number", hint: "A letter and 12 more characters" },
        },
        errors: {
          who: "Write a name, or describe the child if you do not know one",
          nhs: "Check the NHS number: it has 10 digits and one of them is wrong. You can also leave it empty",
          upn: "Check the unique pupil number: it is a letter and 12 more characters. You can also leave it empty",
          ...birthErrors,
        },
      },
      pl: plProfessional.children,
    },
  },
});
