import type { Language } from "../intake.ts";

/** Words for whoever comes back to a form, or looks what became of one. */
const en = {
  code: {
    title: "Check your email",
    sent: "We sent six digits to {email}. They work once, for {minutes} minutes.",
    why: "With them you can finish this form later or on another device, and read here what was decided.",
    label: "Code",
    hint: "Six digits from the email",
    wrong: "That code is not right, or it is too old. Check it, or ask for a new one",
    again: "Send a new code",
    tooMany: "We cannot send more codes now. Carry on; your form is not affected.",
    skip: "I cannot get my email now, carry on",
    change: "The address is wrong: change it",
  },
  later: {
    title: "Finish later",
    link: "Finish later",
    notSent: "This form is not sent. We can only act on it when you send it.",
    danger: "If a child may be harmed before you come back, call us now: {phone}.",
    thisBrowser:
      "In this browser you can go on from the same address until {until}. Then the form is deleted.",
    anywhere:
      "On another device, or when this browser is closed: open {page}, give the address {email} and type the code that we send to it.",
    proveHeading: "Come back from anywhere",
    prove: "Show that you read your work email, and you can finish this form on any device.",
    emailWrong: "Enter an email address in the right form, such as name@school.example.uk",
    send: "Send me a code",
    goOn: "Go on with the form",
    handHeading: "Ask a colleague to finish it",
    hand: "They get an email that says nothing of what the form is about. When they open it, it is theirs alone: they send it in their own name.",
    colleague: "Your colleague’s work email address",
    handButton: "Ask them",
    own: "This is your own address. Enter your colleague’s",
    offered: "You asked a colleague to finish it. They have not opened it yet, so it is still yours.",
    takeBack: "Take it back",
  },
  start: {
    known: "We know you as {email} and have filled in your own details. You can change them before you send.",
    comeBack: "Go on with a form that you began, or see what became of one",
  },
  track: {
    title: "Your forms",
    intro:
      "Finish a form that you began, or see what became of one that you sent. We send a code to your work email.",
    email: "Your work email address",
    sent: "If that address can get mail, six digits are on their way to it. They work once, for {minutes} minutes.",
    emailWrong: "Enter an email address in the right form, such as name@school.example.uk",
    emailHint: "The one that you gave in the form",
    send: "Send me a code",
    as: "You are here as {email}.",
    leave: "Leave, and forget me on this device",
    unfinished: "Not sent yet",
    noUnfinished: "You have no unfinished forms.",
    started: "Begun",
    changed: "Last changed",
    kept: "Deleted on",
    goOn: "Go on",
    goOnHidden: " with the form begun {started}",
    offered: "A colleague asks you to finish a form",
    take: "Take it over",
    takeHidden: " (begun {started})",
    begin: "Send a new referral",
  },
} as const;

type Widened<T> = T extends string ? string : { readonly [Key in keyof T]: Widened<T[Key]> };
export const senderWords: Record<Language, Widened<typeof en>> = { en };
