import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

/** Six digits that somebody asked for on a page that is open in front of them. No link: it is the code that counts. */
export const accountCode: AccountTemplate = ({ code, until }, { authorityName }) => ({
  subject: `${authorityName}: your code`,
  paragraphs: [
    `Your code is ${code ?? ""}. Type it on the page that asks for it.`,
    until && `It works once, until ${dayAndTime(until)}.`,
    "Never tell it to anybody. Nobody here will ask you for it. If you did not ask for a code, tell your administrator.",
  ],
});
