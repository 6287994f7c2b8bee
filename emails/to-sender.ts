import { href } from "#app/href";
import { inText, wordsIn } from "#domain/language";
import type { AccountFacts, MessageFacts } from "#domain/messages";
import { formatReference } from "#domain/reference";
import { mailWords, type SenderMail } from "#domain/wording/mail";
import { momentWords } from "#domain/wording/moments";
import { filled } from "#domain/wording/site";
import type { Sender, Words } from "./layout.ts";

/**
 * An email to somebody outside in the language of their form: from a catalogue, so that every language says the same.
 * A code is read on a page that is open in front of them; every other message leads to their forms.
 */
export const toSender =
  (mail: SenderMail) =>
  (facts: MessageFacts | AccountFacts, { authorityName, phones }: Sender): Words => {
    const { language = "en", since } = facts;
    const { dayAndTime } = wordsIn(momentWords, language);
    const words = wordsIn(mailWords, language);
    const at = (moment: Date | null) => (moment === null ? {} : { moment: dayAndTime(moment) });
    const own =
      "reference" in facts
        ? { reference: formatReference(facts.reference), due: at(facts.dueAt).moment }
        : { code: facts.code ?? "", until: at(facts.until).moment };
    const numbers = { day: inText(phones.day, language), night: inText(phones.night, language) };
    const values = Object.fromEntries(
      Object.entries({ ...numbers, ...own, authority: authorityName, since: dayAndTime(since) }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as Record<string, string>;
    const { subject, lines } = words[mail];
    return {
      subject: filled(subject, values),
      // What is not known yet, such as a deadline, has no line.
      paragraphs: lines.map((line) => filled(line, values)).filter((line) => !/\{\w+\}/.test(line)),
      ...(mail === "code" ? {} : { open: { label: words.open, path: href("track.home") } }),
    };
  };
