import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To our own duty inbox: another authority has not yet said that it has what we sent. */
export const transferToConfirm: Template = ({ reference, dueAt }) => ({
  subject: `Receipt to confirm – ${formatReference(reference)}`,
  paragraphs: [
    `${formatReference(reference)} was passed on, and nobody has confirmed yet that it arrived.`,
    dueAt && `Ring them and write down who has it by ${dayAndTime(dueAt)}. Until then it is still ours.`,
  ],
  open: { label: "Sign in to record it", path: href("account.sign-in") },
});
