import { href } from "#app/href";
import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

const myForms = { label: "Your forms", path: href("track.home", {}) };

/** Six digits that somebody asked for on a page that is open in front of them. No link: it is the code that counts. */
export const senderCode: AccountTemplate = ({ code, until }) => ({
  subject: "Your code for the front door",
  paragraphs: [
    `Your code is ${code ?? ""}. Type it on the page that asks for it.`,
    until && `It works once, until ${dayAndTime(until)}.`,
    "Never tell it to anybody. If you did not ask for a code, you need do nothing.",
  ],
});

/** To whoever began a form and has not sent it. Shared inboxes are read by others, so it says nothing of what it is about. */
export const draftUnfinished: AccountTemplate = ({ since, until }, { phones }) => ({
  subject: "You have an unfinished form",
  paragraphs: [
    `You began a form on ${dayAndTime(since)} and have not sent it. We cannot act on it until you do.`,
    "To go on, open your forms, give your work email and type the code that we send to it.",
    until && `It is deleted on ${dayAndTime(until)} unless you send it before.`,
    `If it cannot wait, call us now: ${phones.day}, or ${phones.night} when we are closed. In an emergency call 999.`,
  ],
  open: myForms,
});

/** To a colleague of whoever began a form. */
export const draftOffered: AccountTemplate = ({ since, until }) => ({
  subject: "A colleague asks you to finish a form",
  paragraphs: [
    `Somebody who works with you began a form on ${dayAndTime(since)} and asks you to go on with it. It is not sent yet.`,
    "To see it, open your forms, give this email and type the code that we send to it.",
    until && `It is deleted on ${dayAndTime(until)} unless it is sent before.`,
    "If you know nothing of this, you need do nothing.",
  ],
  open: myForms,
});
