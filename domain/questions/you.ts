import { z } from "zod";
import { anyOf, oneOf, together } from "./choices.ts";
import { parseEmailAddress } from "../email-address.ts";
import { defineQuestion } from "./question.ts";
import { optionalText, typedText } from "./typed-text.ts";
import { holdsPhoneNumber } from "./typed-phone.ts";
import { professional as plProfessional } from "./pl/professional.ts";

/** Census codes for who referred a child. */
// prettier-ignore
export const sourceCodes = [
  "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F",
  "4", "5A", "5B", "5C", "5D", "6", "7", "8", "9", "10",
] as const;
export type SourceCode = (typeof sourceCodes)[number];

/** Where a professional works, in the order shown, with the census code that it stands for. */
export const workplaces = {
  school: "2A",
  education_service: "2B",
  gp: "3A",
  health_visitor: "3B",
  school_nurse: "3C",
  other_primary_health: "3D",
  emergency_department: "3E",
  other_health: "3F",
  police: "6",
  early_help: "5D",
  adult_social_care: "5A",
  council_other: "5B",
  other_council: "5C",
  housing: "4",
  courts: "7",
  nursery_or_charity: "8",
  other: "10",
} as const satisfies Record<string, SourceCode>;
export type Workplace = keyof typeof workplaces;
const workplaceNames = Object.keys(workplaces) as [Workplace, ...Workplace[]];

/** Who is sending this. Everything here stays in the referrer's room. */
export const you = defineQuestion({
  id: "you",
  wordingVersion: 3,
  room: "referrer",
  fields: [
    { kind: "text", name: "name", max: 200, autocomplete: "name" },
    { kind: "text", name: "job", max: 200, autocomplete: "organization-title" },
    { kind: "text", name: "organisation", max: 200, autocomplete: "organization", suggests: "organisations" },
    { kind: "select", name: "workplace", options: ["", ...workplaceNames] },
    { kind: "email", name: "email", max: 254, autocomplete: "email" },
    { kind: "checkboxes", name: "noEmail", options: ["none"] },
    { kind: "tel", name: "phone", max: 100, width: 20, autocomplete: "tel" },
    { kind: "checkboxes", name: "noPhone", options: ["none"] },
    { kind: "text", name: "reachable", max: 200 },
  ],
  schema: () =>
    z
      .object({
        name: typedText(200, "name"),
        job: typedText(200, "job"),
        organisation: typedText(200, "organisation"),
        workplace: oneOf(workplaceNames, "workplace"),
        email: typedText(254),
        noEmail: anyOf(["none"]),
        phone: typedText(100),
        noPhone: anyOf(["none"]),
        reachable: optionalText(200),
      })
      .superRefine(({ email, noEmail, phone, noPhone }, problems) => {
        if (email === "" && noEmail.length === 0)
          problems.addIssue({ code: "custom", path: ["email"], message: "email" });
        if (email !== "" && parseEmailAddress(email) === null)
          problems.addIssue({ code: "custom", path: ["email"], message: "email-form" });
        if (phone === "" && noPhone.length === 0)
          problems.addIssue({ code: "custom", path: ["phone"], message: "phone" });
        if (phone !== "" && !holdsPhoneNumber(phone))
          problems.addIssue({ code: "custom", path: ["phone"], message: "phone-form" });
      }, together)
      .transform(({ email, noEmail: _, phone, noPhone: __, ...rest }) => ({
        ...rest,
        email: parseEmailAddress(email),
        phone: phone === "" ? null : phone,
      })),
  texts: {
    professional: {
      en: {
        section: "You",
        title: "Your details",
        intro: [
          "We use these to ask you more and to tell you what was decided.",
          "They are kept apart from what you tell us about the child, and few people can open them.",
        ],
        fields: {
          name: { label: "Full name" },
          job: { label: "Job", hint: "If you do not know what to put, describe what you do" },
          organisation: {
            label: "Organisation",
            hint: "Such as the name of your school, surgery or station. Names that we know come up as you type; any other is fine.",
          },
          workplace: {
            label: "Where do you work?",
            options: {
              "": "Choose one",
              school: "School or college",
              education_service: "Education service, such as attendance or special needs",
              gp: "GP surgery",
              health_visitor: "Health visiting",
              school_nurse: "School nursing",
              other_primary_health: "Other health in the community, such as midwives or dentists",
              emergency_department: "Emergency department or ambulance",
              other_health: "Hospital, mental health or other health",
              police: "Police",
              early_help: "Early help or children’s centre of the council",
              adult_social_care: "Social care of the council",
              council_other: "Another service of the council",
              other_council: "Another council",
              housing: "Housing",
              courts: "Courts, probation, prison, immigration or Cafcass",
              nursery_or_charity: "Nursery, childminder, charity or faith group",
              other: "Somewhere else, or I do not know",
            },
          },
          email: {
            label: "Work email",
            hint: "We send your reference here, and later a message that there is news. Nothing about the child is in it.",
          },
          noEmail: {
            label: "No email",
            options: { none: "I have no email that I can use" },
          },
          phone: {
            label: "Direct phone",
            hint: "A number that reaches you and not only a switchboard, if there is one",
          },
          noPhone: { label: "No phone", options: { none: "I have no direct number" } },
          reachable: {
            label: "When can we reach you in the next working day?",
            hint: "Such as “after 10am”, or who can speak for you. You can leave this empty.",
          },
        },
        errors: {
          name: "Write your full name",
          job: "Write your job",
          organisation: "Write your organisation",
          workplace: "Choose where you work",
          email: "Write your work email, or tick that you have none that you can use",
          "email-form": "Write one email address, such as name@example.org",
          phone: "Write your phone number, or tick that you have no direct number",
          "phone-form": "Write a phone number with all its digits, such as 01234 567 890",
        },
      },
      pl: plProfessional.you,
    },
  },
});
