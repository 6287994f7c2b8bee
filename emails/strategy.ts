import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the duty inbox of each agency that is needed at a meeting. When it is, and how to join, is behind sign-in. */
export const strategyCalled: Template = ({ reference, dueAt }) => ({
  subject: `Meeting called – please confirm – ${formatReference(reference)}`,
  paragraphs: [
    `You are needed at a meeting. Its reference is ${formatReference(reference)}.`,
    dueAt && `It will be held by ${dayAndTime(dueAt)}.`,
    "Sign in to see when it is and how to join, and to say whether you are coming and who will speak for you.",
  ],
  open: { label: "Sign in to confirm", path: href("account.sign-in") },
});

/** To each of them once a time is set, and when it is moved. */
export const strategyArranged: Template = ({ reference, dueAt }) => ({
  subject: `Meeting ${dueAt ? dayAndTime(dueAt) : "time set"} – please confirm – ${formatReference(reference)}`,
  paragraphs: [
    `The time of a meeting is set at which you are needed. Its reference is ${formatReference(reference)}.`,
    dueAt && `It starts ${dayAndTime(dueAt)}.`,
    "Sign in to see how to join, and to say whether you are coming and who will speak for you.",
  ],
  open: { label: "Sign in to confirm", path: href("account.sign-in") },
});

/** To those who have not answered. */
export const strategyChased: Template = ({ reference, dueAt }) => ({
  subject: `Not confirmed yet – meeting ${formatReference(reference)}`,
  paragraphs: [
    `Nobody from your agency has said whether you come to a meeting. Its reference is ${formatReference(reference)}.`,
    dueAt && `It is due on ${dayAndTime(dueAt)}.`,
    "Sign in to say who comes. If nobody can, say so there, so that somebody else is asked in time.",
  ],
  open: { label: "Sign in to confirm", path: href("account.sign-in") },
});

/** To whoever leads it and to the hub: it should have been held by now. */
export const strategyNotHeld: Template = ({ reference, dueAt }) => ({
  subject: `A meeting was not held in time – ${formatReference(reference)}`,
  paragraphs: [
    `The meeting ${formatReference(reference)} was called and has no record yet.`,
    dueAt && `It was to be held by ${dayAndTime(dueAt)}.`,
    "Sign in to see who is missing, to hold it now, or to record that it was held.",
  ],
  open: { label: "Sign in to see it", path: href("account.sign-in") },
});

/** To each agency that took part. What it says is behind sign-in. */
export const strategyReady: Template = ({ reference, dueAt }) => ({
  subject: `A record is ready to agree – ${formatReference(reference)}`,
  paragraphs: [
    `The record of the meeting ${formatReference(reference)} is ready.`,
    dueAt && `Please say by ${dayAndTime(dueAt)} whether your agency agrees to it.`,
    "Sign in to read it, and to say whether you agree, or what you do not agree to.",
  ],
  open: { label: "Sign in to read it", path: href("account.sign-in") },
});

/** To the agency whose action it is. What it is stands behind sign-in. */
export const strategyAction: Template = ({ reference, dueAt }) => ({
  subject: `You have an action due${dueAt ? ` ${dayAndTime(dueAt)}` : ""} – ${formatReference(reference)}`,
  paragraphs: [
    `Your agency has something to do. The reference is ${formatReference(reference)}.`,
    dueAt && `It is due on ${dayAndTime(dueAt)}.`,
    "Sign in to see what it is, and to say when it is done or why it cannot be.",
  ],
  open: { label: "Sign in to see it", path: href("account.sign-in") },
});

/** To that agency, and to whoever led the meeting, once its time has passed. */
export const strategyActionLate: Template = ({ reference, dueAt }) => ({
  subject: `An action is late – ${formatReference(reference)}`,
  paragraphs: [
    `Something that was agreed is late. The reference is ${formatReference(reference)}.`,
    dueAt && `It was due on ${dayAndTime(dueAt)}.`,
    "Sign in to say that it is done, or why it cannot be.",
  ],
  open: { label: "Sign in to see it", path: href("account.sign-in") },
});
