import { caseStatusWords, isCaseStatus } from "#domain/open-case";
import { matchFacts } from "#domain/match-facts";
import { dayAndTime, longDate, nearDayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { Cases, CaseView } from "#services/open-cases/load-cases";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { ErrorMessage } from "../govuk/error-message.tsx";
import { Input } from "../govuk/input.tsx";
import { bandWords } from "./match-card.tsx";

const statusOf = ({ status }: CaseView) => (isCaseStatus(status) ? caseStatusWords[status] : status);
const childOf = (head: ContactHead, { childId }: CaseView) =>
  head.children.find(({ id }) => id === childId)?.name ?? "A child";

/** What a form's fields end in, where several stand on a page. */
export const caseFormId = (typed: Typed | undefined): string | null => {
  const [caseId, childId] = [typed?.["caseId"], typed?.["childId"]];
  return typeof caseId === "string" && typeof childId === "string" ? `${caseId}-${childId}` : null;
};

type OpenCasesProps = {
  open: Cases;
  head: ContactHead;
  typed?: Typed | undefined;
  problems?: Problems | undefined;
};

/** What the case-management system says is open, and may be of these children: a person confirms who is who. */
export function OpenCases({ open, head, typed, problems }: OpenCasesProps) {
  const asked = caseFormId(typed);
  return (
    <section aria-labelledby="open-cases">
      <h2 className="govuk-heading-m" id="open-cases">
        Open cases
      </h2>
      <ListAsAt open={open} now={head.asAt} />
      {open.cases.length === 0 && open.listAsAt !== null && (
        <p className="govuk-body">No open case in the list looks like one of these children.</p>
      )}
      {open.cases.map((one) => {
        const id = `${one.id}-${one.childId}`;
        const form = asked === id ? { typed, problems } : {};
        return <CaseCard key={id} id={id} one={one} head={head} {...form} />;
      })}
    </section>
  );
}

/** Whoever relies on the list has to know how old it is. */
function ListAsAt({ open, now }: { open: Cases; now: Date }) {
  if (open.listAsAt === null)
    return (
      <p className="govuk-body">
        No list of open cases has been loaded. Look in the case-management system itself.
      </p>
    );
  const asAt = nearDayAndTime(open.listAsAt, now);
  return open.stale ? (
    <p className="govuk-body">
      <strong>The list of open cases is old</strong>: as at {asAt}. Look in the case-management system itself
      before you rely on it.
    </p>
  ) : (
    <p className="govuk-body">As at {asAt}.</p>
  );
}

type CaseCardProps = { id: string; one: CaseView; head: ContactHead } & Pick<
  OpenCasesProps,
  "typed" | "problems"
>;

function CaseCard({ id, one, head, typed, problems }: CaseCardProps) {
  const facts = (speaks: "for" | "against") => one.facts.filter((fact) => matchFacts[fact].speaks === speaks);
  const name = [one.firstName, one.lastName].filter((word) => word !== null).join(" ");
  const people = [
    ...(one.worker === null ? ["No worker named"] : [`Worker ${one.worker}`]),
    ...(one.manager === null ? [] : [`manager ${one.manager}`]),
    ...(one.team === null ? [] : [one.team]),
  ];
  return (
    <section className="app-match" id={`case-${id}`}>
      <h3 className="govuk-heading-s">
        {one.confirmed ? "Confirmed" : one.band === null ? "Said" : bandWords[one.band]}: {childOf(head, one)}
        , {statusOf(one)}
      </h3>
      <p className="govuk-body app-written">
        Case {one.caseNumber}
        {name !== "" && `: ${name}`}
        {one.dateOfBirth !== null && `, born ${longDate(one.dateOfBirth)}`}. {people.join(", ")}.
        {!one.socialWork &&
          " Early help is not an open social-work case: the contact is screened like any other."}
      </p>
      {(["for", "against"] as const).map((speaks) =>
        facts(speaks).length === 0 ? null : (
          <p className="govuk-body app-match__facts" key={speaks}>
            {speaks === "for" ? "What fits" : "What does not fit"}:{" "}
            {facts(speaks)
              .map((fact) => matchFacts[fact].words)
              .join(", ")}
            .
          </p>
        ),
      )}
      {one.answer !== null && (
        <p className="govuk-body app-written">
          <strong>{one.answer.answer === "same" ? "Same child" : "Not the same child"}</strong>,{" "}
          {one.answer.by}, {dayAndTime(one.answer.at, head.asAt)}: {one.answer.reason}
        </p>
      )}
      {one.confirmed && one.answer === null && (
        <p className="govuk-body">Said of another contact about this child.</p>
      )}
      {head.can.match && (!one.confirmed || one.answer !== null) && (
        <CaseForm id={id} one={one} head={head} typed={typed} problems={problems} />
      )}
    </section>
  );
}

function CaseForm({ id, one, head, typed, problems }: CaseCardProps) {
  const reason = typed?.["reason"];
  const noAnswer = problems?.fields["answer"];
  return (
    <form method="post" action={href("hub.contact.matches", { reference: head.reference })} noValidate>
      <input type="hidden" name="version" value={head.version} />
      <input type="hidden" name="caseId" value={one.id} />
      <input type="hidden" name="childId" value={one.childId} />
      {one.answer === null ? (
        <>
          <Input
            name="reason"
            id={`reason-${id}`}
            label="How you know, in one line"
            value={typeof reason === "string" ? reason : ""}
            error={problems?.fields["reason"]}
            autocomplete="off"
          />
          {noAnswer !== undefined && <ErrorMessage id={`answer-${id}`}>{noAnswer}</ErrorMessage>}
          <div className="govuk-button-group">
            <Button name="answer" value="same" classes="govuk-button--secondary">
              This child’s case
            </Button>
            <Button name="answer" value="not_same" classes="govuk-button--secondary">
              Another child’s case
            </Button>
          </div>
        </>
      ) : (
        <Button name="answer" value="take_back" classes="govuk-button--secondary">
          Take this answer back
        </Button>
      )}
    </form>
  );
}

/** In short, for whoever reads the summary: what is confirmed, and what somebody has still to confirm. */
export function OpenCasesInShort({ open, head }: { open: Cases; head: ContactHead }) {
  const telling = open.cases.filter(({ confirmed, answer }) => confirmed || answer?.answer !== "not_same");
  if (telling.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Open cases</h2>
      <ul className="govuk-list govuk-list--bullet">
        {telling.map((one) => (
          <li key={`${one.id}-${one.childId}`}>
            <strong>{childOf(head, one)}</strong>: {statusOf(one)}
            {one.worker !== null && `, worker ${one.worker}`}
            {!one.confirmed && (
              <>
                {" – "}
                {one.band === null ? "" : bandWords[one.band].toLowerCase()}, not confirmed.{" "}
                <a className="govuk-link" href={href("hub.contact.matches", { reference: head.reference })}>
                  {head.can.match ? "Say whether it is" : "What fits"}
                  <span className="govuk-visually-hidden">, for case {one.caseNumber}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <ListAsAt open={open} now={head.asAt} />
    </>
  );
}
