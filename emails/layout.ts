import type { Language } from "#domain/intake";
import { inText, languageFacts, wordsIn } from "#domain/language";
import type { AccountFacts, BatchFacts, MessageFacts, ProofFacts } from "#domain/messages";
import type { Settings } from "#domain/settings";
import { mailWords } from "#domain/wording/mail";
import { filled } from "#domain/wording/site";
import { html } from "./html.ts";

/** Who writes, and where their pages are. */
export type Sender = Pick<Settings, "authorityName" | "phones"> & {
  /** Scheme, host and port. */
  origin: string;
};

/** What a message says: a subject, paragraphs, and at most one page to open. A paragraph that is null is left out. */
export type Words = {
  subject: string;
  paragraphs: readonly (string | null)[];
  /** `path` is made by href(). Following it never signs anybody in. */
  open?: { label: string; path: string };
};

export type Template = (facts: MessageFacts, sender: Sender) => Words;

export type AccountTemplate = (facts: AccountFacts, sender: Sender) => Words;

export type ProofTemplate = (facts: ProofFacts, sender: Sender) => Words;

export type BatchTemplate = (facts: BatchFacts, sender: Sender) => Words;

export type Email = { subject: string; text: string; html: string };

/**
 * Lays one message out twice, from the same words, so that the two parts cannot say different things. No image, no
 * style sheet, nothing that is fetched: an email that is opened tells nobody.
 */
export function layOut(
  { subject, paragraphs, open }: Words,
  { authorityName, phones, origin }: Sender,
  language: Language,
): Email {
  const body = paragraphs.filter((paragraph) => paragraph !== null);
  const closing = wordsIn(mailWords, language).closing.map((line) =>
    filled(line, {
      ...{ day: inText(phones.day, language), night: inText(phones.night, language) },
      authority: authorityName,
    }),
  );
  const link = open && { label: open.label, url: new URL(open.path, origin).href };
  return {
    subject,
    text: [...body, ...(link ? [`${link.label}:\n${link.url}`] : []), ...closing].join("\n\n") + "\n",
    html: html`<!doctype html>
      <html lang="${language}" dir="${languageFacts[language].direction}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${subject}</title>
        </head>
        <body style="font-family: sans-serif; font-size: 19px; line-height: 1.3; max-width: 36em">
          ${body.map((paragraph) => html`<p>${paragraph}</p> `)}${link ? html`<p><a href="${link.url}">${link.label}</a></p> ` : ""}${closing.map((line) => html`<p>${line}</p> `)}
        </body>
      </html> `.html,
  };
}
