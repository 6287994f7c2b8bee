import { z } from "zod";
import { oneOrNone } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { mayBeScared } from "./scared.ts";
import { typedText } from "./typed-text.ts";
import { family as plFamily } from "./pl/family.ts";

const links = ["mother", "father", "step_parent", "grandparent", "relative", "carer", "other"] as const;
const linkWords: Record<(typeof links)[number], string> = {
  mother: "Mother",
  father: "Father",
  step_parent: "Step-parent, or partner of a parent",
  grandparent: "Grandparent",
  relative: "Another relative",
  carer: "Foster carer or other carer",
  other: "Someone else",
};

/** Who asks for help for their family. They are of the family, so who they are is part of what it is about. */
export const aboutYou = defineQuestion({
  id: "about-you",
  wordingVersion: 1,
  room: "contact",
  fields: [
    { kind: "text", name: "name", max: 200, autocomplete: "name" },
    { kind: "radios", name: "link", options: links },
    { kind: "radios", name: "responsibility", options: ["yes", "no", "not_known"] },
  ],
  schema: () =>
    z
      .object({
        name: typedText(200, "name"),
        link: oneOrNone(links),
        responsibility: oneOrNone(["yes", "no", "not_known"]),
      })
      .transform(({ link, ...rest }) => ({
        ...rest,
        isParent: link === "mother" || link === "father",
        link: link === undefined ? null : linkWords[link],
      })),
  notices: (given) => (mayBeScared(given) ? ["scared"] : []),
  texts: {
    family: {
      en: {
        section: "You",
        title: "About you",
        notices: {
          scared: {
            heading: "You can talk to someone now",
            text: [
              "It is not your fault. We will only use the ways and the safe times that you give us on a later page.",
              "If someone is about to hurt you or your children, call 999.",
            ],
            helplines: ["domestic-abuse"],
          },
        },
        fields: {
          name: { label: "Your name" },
          link: { label: "What are you to the children?", hint: "You can skip this", options: linkWords },
          responsibility: {
            label: "Do you have parental responsibility?",
            hint: "This means the right in law to decide things for a child. Mothers have it, and most fathers do.",
            options: { yes: "Yes", no: "No", not_known: "I am not sure" },
          },
        },
        errors: { name: "Write your name" },
      },
      pl: plFamily["about-you"],
    },
  },
});
