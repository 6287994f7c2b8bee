import { outcomeLabel } from "#domain/outcome";
import { dayAndTime } from "#domain/time-words";
import type { ContactSummary } from "#services/contacts/read-contact";
import { href } from "../../href.ts";

type HouseholdProps = {
  contact: Pick<ContactSummary, "head" | "facts" | "adults" | "unsettled" | "decisions" | "bundled">;
  familyCafLabel: string;
};

const stateWords = {
  waiting: "Waiting for a recommendation",
  recommended: "Recommended, waiting for a manager",
  sent_back: "Sent back with a question",
  decided: "Decided",
};

/** Each child with where they stand, then the adults, then what still has to be settled about who is who. */
export function HouseholdLists({ contact, familyCafLabel }: HouseholdProps) {
  const { head, adults, unsettled, bundled } = contact;
  const considered = head.children.filter(({ standing }) => standing === "considered");
  return (
    <>
      <h2 className="govuk-heading-m">Children</h2>
      <ul className="govuk-list app-people-list">
        {head.children
          .filter(({ standing }) => standing === "subject")
          .map((child) => (
            <li key={child.id}>
              <strong>{child.name}</strong>, {child.age}
              {child.said.school !== null && `, ${child.said.school}`}
              <span className="app-people-list__state">
                <ChildState contact={contact} childId={child.id} familyCafLabel={familyCafLabel} />
              </span>
            </li>
          ))}
      </ul>
      {unsettled.length > 0 && (
        <div className="app-unsettled">
          <h3 className="govuk-heading-s">Before anything is decided</h3>
          <ul className="govuk-list govuk-list--bullet">
            {unsettled.map(({ id, because }) => (
              <li key={id}>{because}</li>
            ))}
          </ul>
          {head.can.recommend && (
            <a className="govuk-link" href={href("hub.contact.recommend", { reference: head.reference })}>
              Settle this
            </a>
          )}
        </div>
      )}
      {considered.map((child) => (
        <p className="govuk-body" key={child.id}>
          {child.name}, {child.age}: considered, not part of this. {child.consideredBecause}
        </p>
      ))}
      <h2 className="govuk-heading-m">Adults</h2>
      {adults.length === 0 && <p className="govuk-body">No adult was named.</p>}
      <ul className="govuk-list app-people-list">
        {adults.map((adult) => (
          <li key={adult.id}>
            <strong>{adult.name}</strong>
            {[adult.relationship, adult.age].map((part) => part !== null && `, ${part}`)}
            {adult.livesWithChild === "yes" && ", lives with the child"}
            {adult.parentalResponsibility === "yes" && ", has parental responsibility"}
            {adult.mayBeRisk && <strong>, may be a risk</strong>}
          </li>
        ))}
      </ul>
      <Helpers helpers={contact.facts.helpers} />
      {bundled.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Same household, screened together</h2>
          <ul className="govuk-list govuk-list--bullet">
            {bundled.map((other) => (
              <li key={other.reference}>
                <a className="govuk-link" href={href("hub.contact", { reference: other.reference })}>
                  Contact of {dayAndTime(other.receivedAt, head.asAt)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const maySpeakWords = { yes: ", may be spoken to", no: ", do not speak to them" };

/** Who helps already, and whether the family agrees that we speak to them. */
function Helpers({ helpers }: Pick<ContactSummary["facts"], "helpers">) {
  if (helpers.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Who helps</h2>
      <ul className="govuk-list app-people-list">
        {helpers.map(({ name, agency, contact, maySpeak }, place) => (
          <li key={place} className="app-written">
            {[name, agency, contact].filter((part) => part !== null).join(", ")}
            {maySpeak !== undefined && <strong>{maySpeakWords[maySpeak]}</strong>}
          </li>
        ))}
      </ul>
    </>
  );
}

function ChildState({ contact, childId, familyCafLabel }: HouseholdProps & { childId: string }) {
  const child = contact.head.children.find(({ id }) => id === childId);
  const decision = contact.decisions.find((one) => one.childId === childId);
  if (child === undefined) return null;
  if (decision === undefined) return <>{stateWords[child.state]}</>;
  return (
    <>
      Decided: {outcomeLabel(decision.outcome, { familyCafLabel })}, {dayAndTime(decision.at)},{" "}
      {decision.by.name}
    </>
  );
}
