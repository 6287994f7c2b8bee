import { worryWords } from "#domain/fact-chips";
import { cameWords } from "#domain/family-kept";
import type { DangerAnswer } from "#domain/intake";
import { matchFacts } from "#domain/match-facts";
import { outcomeLabel } from "#domain/outcome";
import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { Newer, NewerView } from "#services/contacts/load-newer";
import { href } from "../../href.ts";
import { NewTabLink } from "../new-tab-link.tsx";
import { bandWords } from "./match-card.tsx";
import { RatingTag } from "./rating-tag.tsx";

const dangerWords: Record<DangerAnswer, string> = {
  yes: "In danger now, the sender said",
  not_sure: "May be in danger now: the sender was not sure",
  no: "Not in danger now, the sender said",
};

/** Said where nothing was found: no record at all, or none from before this contact. */
export const noRecordWords = ({ contacts }: Newer): string =>
  contacts.length === 0 ? "No record found for these children" : "No earlier record found for these children";

type NewerContactsProps = {
  newer: Newer;
  head: Pick<ContactHead, "asAt" | "children" | "hold">;
  familyCafLabel: string;
  /** They stand beside a form that somebody fills in. */
  writing?: boolean;
};

/** What came after the contact that is read and may be about the same children: whoever reads on has to know of it. */
export function NewerContacts({ newer, head, familyCafLabel, writing = false }: NewerContactsProps) {
  const { contacts, more } = newer;
  if (contacts.length === 0) return null;
  return (
    <section className="app-newer" aria-labelledby="newer">
      <h2 className="govuk-heading-m" id="newer">
        {newerInWords(newer, head)}
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {contacts.map((one) => (
          <NewerItem key={one.reference} one={one} {...{ head, familyCafLabel, writing }} />
        ))}
      </ul>
      {more > 0 && <p className="govuk-body">And {more} more between this contact and those.</p>}
    </section>
  );
}

/** Whoever holds the contact is told in the words of their list when the last one came that is surely about a child of it. */
function newerInWords({ contacts }: Newer, { hold, asAt }: NewerContactsProps["head"]): string {
  const sure = contacts.find((one) => one.children.some(({ because }) => because !== "likely"));
  if (hold?.mine === true && hold.live && sure !== undefined) return cameWords(sure.receivedAt, asAt);
  return contacts.length === 1
    ? "A newer contact about these children"
    : "Newer contacts about these children";
}

type NewerItemProps = Omit<Required<NewerContactsProps>, "newer"> & { one: NewerView };

function NewerItem({ one, head, familyCafLabel, writing }: NewerItemProps) {
  const { reference, receivedAt, danger, rating, worries, outcomes } = one;
  const page = href("hub.contact", { reference });
  const name = formatReference(reference);
  return (
    <li>
      {writing ? (
        <NewTabLink href={page}>{name}</NewTabLink>
      ) : (
        <a className="govuk-link" href={page}>
          {name}
        </a>
      )}
      , came {nearDayAndTime(receivedAt, head.asAt)} <RatingTag rating={rating} />
      <br />
      {danger === "no" ? dangerWords.no : <strong>{dangerWords[danger]}</strong>}
      {one.children.map((child) => (
        <SameChild key={child.id} child={child} head={head} />
      ))}
      <span className="app-people-list__state">
        {worries === null ? "Erased" : worries.map((worry) => worryWords[worry]).join(", ")}
        {". "}
        {outcomes.length === 0
          ? "Not decided"
          : outcomes.map((outcome) => outcomeLabel(outcome, { familyCafLabel })).join("; ")}
      </span>
    </li>
  );
}

/** Whom of this contact's children it may be about, how sure that is, and the facts for and against. */
function SameChild({ child, head }: { child: NewerView["children"][number]; head: NewerItemProps["head"] }) {
  const { id, because } = child;
  const name = head.children.find((one) => one.id === id)?.name ?? "A child of this contact";
  const facts = (speaks: "for" | "against") =>
    child.facts.filter((fact) => matchFacts[fact].speaks === speaks).map((fact) => matchFacts[fact].words);
  const against = facts("against");
  return (
    <>
      <br />
      {because === "said" ? (
        <>
          <strong>Same child</strong>, somebody has said: {name}
        </>
      ) : (
        <>
          <strong>{bandWords[because]}</strong>: {name}. What fits: {facts("for").join(", ")}.
          {against.length > 0 && ` What does not fit: ${against.join(", ")}.`}
        </>
      )}
    </>
  );
}
