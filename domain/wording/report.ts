import type { Audience, WrittenLanguage } from "../intake.ts";
import { reportWords as pl } from "./pl/report.ts";

/** Words around the questions of a form. */
const en = {
  notSent: "Not sent yet. We can only act on it when you send it.",
  danger: "You told us that a child is or may be in danger. Call us as well as sending this: {phone}.",
  elsewhere: {
    known:
      "This postcode is in the area of {council}. You can call them on {number}. You can also send it to us. We will pass it on.",
    unknown:
      "This postcode may be in the area of another council. Send it to us all the same. We will pass it on.",
  },
  each: "About {name}",
  changeHidden: " {name}",
  notWhole: "Not finished",
  tooMany: "You have added as many as one form can hold. Call us about the others.",
  early: {
    button: "Check and send now, add the rest later",
    why: "You have told us enough to act. You can send this now and tell us the rest afterwards.",
  },
  stop: {
    title: "Call 999 now",
    titleNotSure: "If any of these is true, call 999 now",
    /** Signs to go through for somebody who is not sure. */
    signs: [
      "A child is being hurt now, or somebody is about to hurt them",
      "A child is badly hurt, or has taken something that could harm them",
      "A very young child is alone",
      "A child is missing",
      "A child has said that they will end their life",
    ],
    /** The same for a young person, who is asked about themselves. */
    signsToYou: [
      "Someone is hurting you now, or is about to",
      "You are badly hurt, or have taken something that could harm you",
      "You want to end your life",
      "One of these is true for someone else",
    ],
    then: "Then come back and tell us, so that we can help as well. What you answer here is kept.",
    called: "I have called 999, carry on with the form",
    calledCouncil: "I have called the council, carry on with the form",
    cannotCall: "I cannot call",
    notNeeded: "None of these is true, carry on with the form",
  },
  check: {
    title: "Check your answers",
    early: "Check what you send now",
    earlyIntro:
      "We will read this as soon as we get it. The pages that you have not reached stay empty. You can tell us the rest on the phone.",
    change: "Change",
    answer: "Your answer",
    masked: "Answered – show",
    declaration:
      "By sending this you confirm that it is true as far as you know. We will use it to decide how to help and protect the child.",
    send: "Send your referral",
    sendEarly: "Send it now",
    back: "Go on with the form instead",
  },
  sent: {
    /** When somebody at home is told that it is read. */
    reads: { today: "today", whenWeOpen: "when we open, {time}" },
    /** Before all else, where something happens before we have decided. */
    cannotWait: {
      danger: "You told us that a child is or may be in danger.",
      event: "You told us that something happens at {time}.",
      soon: "You told us that something happens soon.",
      call: "Sending this does not stop it. Call us now on {phone}. If someone is being hurt now, call {emergency}.",
    },
    title: "We have received your referral",
    reference: "Your reference",
    deadline: "We will decide what happens next by {deadline}.",
    email: "If you gave us an email, we will email you when there is a decision for you to read.",
    silent: "If you have not heard by then, call us and quote your reference.",
    worseHeading: "If it gets worse",
    worse:
      "If the risk to the child goes up, do not wait. Call us on {phone}, or {emergency} if a child is in danger now.",
    nextHeading: "What happens next",
    partial:
      "You sent this before the end of the form. When you know more, call us on {phone} and give the reference.",
    more: "If you learn more, call us on {phone} and give the reference.",
    disagree: "If you do not agree with the decision, tell us. A manager will look at it again with you.",
    keep: "Keep a note of this referral in your own records. You can print this page.",
    again: "Send a new referral about another family",
  },
} as const;

type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Widened<Each>[]
    : { readonly [Key in keyof T]: Widened<T[Key]> };
export const reportWords: Record<WrittenLanguage, Widened<typeof en>> = { en, pl };

/** The signs that somebody who is not sure of danger goes through: a young person is asked about themselves. */
export const signsOfDanger = (
  audience: Audience,
  { signs, signsToYou }: Widened<typeof en.stop>,
): readonly string[] => (audience === "young_person" ? signsToYou : signs);
