import type { ContactFacts } from "#domain/contact-facts";
import { worryWords } from "#domain/fact-chips";
import { filesCameInWords } from "#domain/wording/files";
import { href } from "../../href.ts";
import { NewTabLink } from "../new-tab-link.tsx";

/** Lines of the first words of a referral that a screener reads before the rest. */
const linesShown = 3;

export function PlainList({ lines, empty }: { lines: readonly string[]; empty?: string | undefined }) {
  if (lines.length === 0) return empty === undefined ? null : <p className="govuk-body">{empty}</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

type WhatWasSaidProps = {
  facts: ContactFacts;
  reference: string;
  /** How many came with it. */
  files?: number;
  /** It stands beside a form that somebody fills in. */
  writing?: boolean;
};

/** What the sender and the child said, in their own words and in the order in which it is read. */
export function WhatWasSaid({ facts, reference, files = 0, writing = false }: WhatWasSaidProps) {
  const rest = href("hub.contact.referral", { reference });
  const lines = facts.whatHappened.split("\n").filter((line) => line.trim() !== "");
  const parts = [
    { title: "What it does to the child", text: facts.effect },
    { title: "What the child wants to happen", text: facts.parents?.childSaid ?? null },
    { title: "What the parents said", text: facts.parents?.said ?? null },
    { title: "Where the child is now", text: facts.childNow },
    { title: "Going well", text: facts.goingWell },
    { title: "Tried already", text: facts.alreadyTried },
  ];
  const more = lines.length > linesShown ? "Read the rest" : "The full referral as it was asked";
  return (
    <>
      <h2 className="govuk-heading-m">In the sender’s words</h2>
      <p className="govuk-body app-written">{lines.slice(0, linesShown).join("\n")}</p>
      <p className="govuk-body">
        {writing ? (
          <NewTabLink href={rest}>{more}</NewTabLink>
        ) : (
          <a className="govuk-link" href={rest}>
            {more}
          </a>
        )}
      </p>
      {files > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${rest}#files`}>
            {filesCameInWords(files)}
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">Worries</h2>
      <PlainList
        lines={[
          ...facts.worries.map((worry) => worryWords[worry]),
          ...(facts.otherWorry === null ? [] : [facts.otherWorry]),
        ]}
        empty="The sender was not asked to choose from a list."
      />
      {parts.map(({ title, text }) =>
        text === null || text === "" ? null : (
          <div key={title}>
            <h2 className="govuk-heading-s app-said__title">{title}</h2>
            <p className="govuk-body app-written">{text}</p>
          </div>
        ),
      )}
    </>
  );
}
