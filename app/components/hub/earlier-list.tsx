import { worryWords } from "#domain/fact-chips";
import { outcomeLabel } from "#domain/outcome";
import { dayAndTime, nearDayAndTime } from "#domain/time-words";
import type { EarlierView } from "#services/contacts/load-earlier";
import type { ContactSummary } from "#services/contacts/read-contact";
import { href } from "../../href.ts";
import { PlainList } from "./what-was-said.tsx";
import { noRecordWords } from "./newer-list.tsx";

type EarlierListProps = {
  contact: Pick<ContactSummary, "head" | "matches" | "newer" | "earlier" | "moreEarlier" | "repeats">;
  familyCafLabel: string;
};

/** What the hub knows from before: how many may be the same child, and what came of what is known. */
export function EarlierList({ contact, familyCafLabel }: EarlierListProps) {
  const { head, matches, newer, earlier, moreEarlier, repeats } = contact;
  const { sure, likely, possible } = matches.counts;
  return (
    <>
      <h2 className="govuk-heading-m">Matches and history</h2>
      <p className="govuk-body">
        {matches.checkedAt === null
          ? "Not compared with earlier contacts yet."
          : sure + likely + possible === 0
            ? `${noRecordWords(newer)} (checked ${nearDayAndTime(matches.checkedAt, head.asAt)}).`
            : `${sure} sure, ${likely} likely, ${possible} possible (checked ${nearDayAndTime(matches.checkedAt, head.asAt)}).`}{" "}
        <a className="govuk-link" href={href("hub.contact.matches", { reference: head.reference })}>
          Look at the matches
        </a>
      </p>
      {matches.checkedAt !== null && <PlainList lines={repeats} />}
      <EarlierContacts earlier={earlier} more={moreEarlier} familyCafLabel={familyCafLabel} />
    </>
  );
}

type EarlierContactsProps = { earlier: readonly EarlierView[]; more: number; familyCafLabel: string };

export function EarlierContacts({ earlier, more, familyCafLabel }: EarlierContactsProps) {
  return (
    <>
      <ul className="govuk-list app-people-list">
        {earlier.map((one) => (
          <li key={one.reference}>
            <a className="govuk-link" href={href("hub.contact", { reference: one.reference })}>
              {dayAndTime(one.receivedAt)}
            </a>
            : {one.worries === null ? "erased" : one.worries.map((worry) => worryWords[worry]).join(", ")}
            <span className="app-people-list__state">
              {one.outcomes.length === 0
                ? "Not decided"
                : one.outcomes.map((outcome) => outcomeLabel(outcome, { familyCafLabel })).join("; ")}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="govuk-body">And {more} before those.</p>}
    </>
  );
}
