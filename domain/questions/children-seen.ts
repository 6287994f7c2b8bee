import { z } from "zod";
import { anyOf, oneOrNone, together } from "./choices.ts";
import { namesIn } from "./one-name.ts";
import { answerTo, fieldOf, type Answers } from "./answers.ts";
import { defineQuestion } from "./question.ts";
import { saysNotKnown } from "./says-not-known.ts";
import type { Birth, SubmittedChild } from "./submission.ts";
import { yearsIn } from "./typed-age.ts";
import { optionalText } from "./typed-text.ts";
import { ofPublic as plOfPublic } from "./pl/public.ts";

const counts = ["1", "2", "3", "4", "more", "not_known"] as const;

/** Children as somebody knows them who is not of the family: on one page, in as many words as there are. */
export const childrenSeen = defineQuestion({
  id: "children-seen",
  wordingVersion: 3,
  room: "contact",
  fields: [
    { kind: "radios", name: "count", options: counts },
    { kind: "text", name: "names", max: 400 },
    { kind: "text", name: "ages", max: 200 },
    { kind: "textarea", name: "looks", max: 1000, rows: 3 },
    { kind: "text", name: "school", max: 200 },
    { kind: "checkboxes", name: "unknown", options: ["yes"] },
    { kind: "checkboxes", name: "trust", options: ["yes"] },
  ],
  schema: () =>
    z
      .object({
        count: oneOrNone(counts),
        names: optionalText(400),
        ages: optionalText(200),
        looks: optionalText(1000),
        school: optionalText(200),
        unknown: anyOf(["yes"]),
        trust: anyOf(["yes"]),
      })
      .superRefine(({ names, ages, looks, school, unknown }, problems) => {
        // A number of children tells nobody which; whoever says that they know no more is asked about the place.
        if ((names ?? ages ?? looks ?? school) == null && unknown.length === 0)
          problems.addIssue({ code: "custom", path: ["looks"], message: "clue" });
      }, together),
  texts: {
    public: {
      en: {
        section: "What you know",
        title: "Which child or children is it about?",
        intro: ["Tell us what you can. It helps us to find them. You do not need to know their names."],
        fields: {
          count: {
            label: "How many children?",
            options: {
              "1": "1",
              "2": "2",
              "3": "3",
              "4": "4",
              more: "More than 4",
              not_known: "I do not know",
            },
          },
          names: { label: "Names, if you know any", hint: "Such as “Ella and Tom”. A first name helps." },
          ages: { label: "About how old?", hint: "Such as “5 and 7”, or “a baby”" },
          looks: { label: "What do they look like?", hint: "Anything that you noticed" },
          school: { label: "School or nursery, if you know it" },
          unknown: {
            label: "If you cannot say more about them",
            options: { yes: "I only heard them, or I do not know anything else about them" },
          },
          trust: {
            label: "Someone who works with children",
            options: {
              yes: "It is about someone who works with children or is trusted with them, such as a coach or a carer",
            },
          },
        },
        errors: {
          clue: "Write one thing about a child, such as a name, about how old, or what they looked like. Or tick that you only heard them",
        },
      },
      pl: plOfPublic["children-seen"],
    },
  },
});

type Seen = z.output<ReturnType<typeof childrenSeen.schema>>;

/** Whether the page about the children says nothing by which they could be found: then the place has to. */
export function saysNothingOfThem(answers: Answers): boolean {
  const answer = answerTo(answers, childrenSeen.id);
  const said = ["names", "ages", "looks", "school"].map((field) => fieldOf(answer, field).trim());
  return answer !== null && said.every((words) => words === "" || saysNotKnown(words));
}

/** "Ella, Tom and Sam" in its parts. */
const parts = (words: string | null): string[] =>
  (words ?? "")
    .split(/,|;|\n|\s+(?:and|&|\+)\s+/iu)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/**
 * The children that were meant: as many as were counted, else as many as were named, else one. Names and ages go to one
 * child each only where there are as many of them; otherwise every child has all the words, and people sort them out.
 */
export function childrenIn(typed: Seen): SubmittedChild[] {
  const seen = { ...typed, names: saysNotKnown(typed.names) ? null : typed.names };
  const names = parts(seen.names);
  const ages = parts(seen.ages);
  const counted = Number(seen.count);
  const many = Number.isNaN(counted) ? Math.min(Math.max(names.length, 1), 10) : counted;
  const all = [seen.names, seen.looks].filter((words) => words !== null).join("; ");
  return Array.from({ length: many }, (_, place): SubmittedChild => {
    const name = names.length === many ? names[place] : undefined;
    const age = ages.length === many ? ages[place] : (seen.ages ?? undefined);
    const named = name === undefined ? { firstName: null, lastName: null, description: null } : nameIn(name);
    const known = named.firstName !== null || named.description !== null;
    const said = known ? [named.description, seen.looks] : [all === "" ? notDescribed : all];
    return {
      ...named,
      description: said.filter((words) => words !== null).join("; ") || null,
      knownAs: null,
      birth: birthOf(age),
      ...{ sex: "U", nhsNumber: null, upn: null, school: seen.school },
      ...{ standing: "subject", relationship: null, livesWithChild: null, mayBeRisk: false, facts: null },
    };
  });
}

/** One word in the box for names is what the child is called. */
const nameIn = (name: string) =>
  /\s/u.test(name) ? namesIn(name) : { firstName: name, lastName: null, description: null };

const notDescribed = "A child whom the sender could not describe";

const birthOf = (age: string | undefined): Birth =>
  age === undefined ? { kind: "not_known" } : { kind: "about", years: yearsIn(age), words: age };
