import type { WrittenLanguage } from "../intake.ts";
import { callBackTopicWords } from "../call-back.ts";
import { additionWords } from "./addition.ts";
import { callBackWords as pl } from "./pl/call-back.ts";

/** Asking to be called, for whoever works with children and wants advice first. */
const en = {
  title: "Ask for advice first",
  intro: "Tell us when to call you. Somebody of our team talks through your worry and says what you can do.",
  noNames: "Do not name a child here, and say nothing by which one could be known. You can on the phone.",
  now: "If it cannot wait, call us now on {phone}.",
  closed:
    "We are closed now, and call you when we are open again. If it cannot wait, call {phone}: somebody is there at any time.",
  danger: {
    label: additionWords.en.danger,
    options: additionWords.en.dangers,
    hint: "If one may be, do not wait for our call",
  },
  name: { label: "Your name" },
  organisation: { label: "Where you work", hint: "Such as the name of the school or surgery" },
  phone: { label: "The number on which we reach you directly" },
  about: { label: "What is it about?", options: callBackTopicWords },
  slot: { label: "When shall we call you?" },
  send: "Ask us to call",
  refer: "If you know already that you want to tell us about a child, use the form",
  errors: {
    danger: "Choose yes, no or not sure",
    name: "Write your name",
    organisation: "Write where you work",
    phone: "Write the number on which we reach you",
    about: "Choose what it is about",
    slot: "Choose when we shall call you. Times that have passed are not offered any more",
    key: "Open this page again, and ask once more",
    "too-long": "This is too long. Say it in fewer words",
    control: "There is a character here that we cannot keep. Type it again",
  },
  asked: {
    title: "We will call you",
    when: "We call you {when}.",
    again: "If we cannot reach you, we try again.",
    late: "The time for our call has passed. If nobody has called you, call us on {phone}.",
    danger:
      "You said that a child is or may be in danger. Do not wait for us: call 999 if they are in danger now, and then us on {phone}.",
    worse: "If it cannot wait any more, call us on {phone}. If a child is in danger now, call {emergency}.",
  },
} as const;

type Widened<T> = T extends string ? string : { readonly [Key in keyof T]: Widened<T[Key]> };
export const callBackWords: Record<WrittenLanguage, Widened<typeof en>> = { en, pl };
