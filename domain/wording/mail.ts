import type { WrittenLanguage } from "../intake.ts";
import { mailWords as pl } from "./pl/mail.ts";

/** One email to somebody outside. A line without its `{place}` is left out. */
type Mail = { subject: string; lines: readonly string[] };

type Words = {
  /** The one page that they open. */
  open: string;
  closing: readonly string[];
} & Record<
  "code" | "unfinished" | "offered" | "received" | "delayed" | "decided" | "unread" | "asked" | "answered",
  Mail
>;

const howTo =
  "Open your forms, give your work email and type the code that we send to it. Or call us on {day} and say the reference.";

/** Emails to senders. An inbox is a place that other people read: none says what a form is about, or what was decided. */
export const mailWords: Record<WrittenLanguage, Words> = {
  en: {
    open: "Your forms",
    closing: [
      "Do not reply with details about a child. Call {day}, or {night} when we are closed.",
      "{authority}, Front Door",
    ],
    code: {
      subject: "{authority}: your code",
      lines: [
        "Your code is {code}. Type it on the page that asks for it.",
        "It works once, until {until}.",
        "Never tell it to anybody. If you did not ask for a code, you need do nothing.",
      ],
    },
    unfinished: {
      subject: "You have an unfinished form",
      lines: [
        "You began a form on {since} and have not sent it. We cannot act on it until you do.",
        "To go on, open your forms, give your work email and type the code that we send to it.",
        "It is deleted on {until} unless you send it before.",
        "If it cannot wait, call us now: {day}, or {night} when we are closed. In an emergency call 999.",
      ],
    },
    offered: {
      subject: "A colleague asks you to finish a form",
      lines: [
        "Somebody who works with you began a form on {since} and asks you to go on with it. It is not sent yet.",
        "To see it, open your forms, give this email and type the code that we send to it.",
        "It is deleted on {until} unless it is sent before.",
        "If you know nothing of this, you need do nothing.",
      ],
    },
    received: {
      subject: "We received your form – {reference}",
      lines: [
        "We received your form on {since}. Its reference is {reference}.",
        "A manager will have decided what to do next by {due}.",
        "To add something, or to see what became of it, open your forms, give your work email and type the code that we send to it. Or call us on {day} and say the reference.",
        "If the worry grows, call at once: {day}, or {night} when we are closed. If somebody is in danger now, call 999.",
      ],
    },
    decided: {
      subject: "There is an update – {reference}",
      lines: [
        "There is an update on the form that you sent us. Its reference is {reference}.",
        howTo,
        "If you disagree when you have read it, tell us there: somebody else will look again.",
      ],
    },
    delayed: {
      subject: "Our decision is taking longer – {reference}",
      lines: [
        "We have not decided yet about the form that you sent us on {since}. Its reference is {reference}. It should have been decided by {due}.",
        "A manager has been told that it is late. You hear from us as soon as it is decided.",
        "If the worry grows, do not wait for us. Call at once: {day}, or {night} when we are closed. If somebody is in danger now, call 999.",
      ],
    },
    unread: {
      subject: "Reminder: an update is waiting – {reference}",
      lines: [
        "There is an update on the form that you sent us, and nobody has read it yet. Its reference is {reference}.",
        howTo,
      ],
    },
    asked: {
      subject: "We have a question – {reference}",
      lines: [
        "We have a question about the form that you sent us. Its reference is {reference}.",
        "An answer helps most before {due}.",
        `${howTo} Do not answer by email.`,
      ],
    },
    answered: {
      subject: "You have an answer – {reference}",
      lines: ["You asked us to look again. There is an answer about {reference}.", howTo],
    },
  },
  pl,
};

export type SenderMail = Exclude<keyof Words, "open" | "closing">;
