import type { Language } from "../intake.ts";

/** The form of a member of the public, around its questions. Short words: whoever reads it may be afraid. */
const en = {
  start: {
    title: "Tell us about a child you are worried about",
    proof: "You do not need proof. Tell us what you saw or heard. We will work out what to do.",
    first:
      "First we look at what we know already and speak to people who know the child. If we need to visit, we plan it with the safety of the child in mind.",
    before: "Before you start",
    points: [
      "It takes about 5 minutes. You do not have to give your name.",
      "Say “I do not know” where that is true.",
      "Nothing reaches us until you press send.",
    ],
    exitHeading: "If someone comes in",
    exit: [
      "Every page has a red button that leaves it fast. You can also press Shift three times. What you typed is not kept.",
      "The button does not clear your web history. If you can, use a phone or computer that the person cannot check.",
    ],
    start: "Start now",
  },
  exitButton: "Exit this page",
  exitHidden: "Emergency: ",
  check: {
    title: "Check what you tell us",
    declaration: "Nothing has been sent yet. Press send when you are ready.",
    send: "Send it to us",
  },
  sent: {
    title: "Thank you. We have got your report",
    reference: "Your reference",
    heading: "What happens next",
    deadline: "A social worker will read it. We decide what to do by {deadline}.",
    privacy:
      "We may not be able to tell you what happens, because we have to protect the privacy of the family. You do not need to do anything else.",
    more: "If you see or hear more, call us on {phone} and give the reference.",
    worseHeading: "If it gets worse",
    worse: "If a child is in danger now, call {emergency}.",
  },
} as const;

type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Widened<Each>[]
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export const publicReportWords: Record<Language, Widened<typeof en>> = { en };
