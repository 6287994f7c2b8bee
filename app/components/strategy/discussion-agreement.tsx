import { dayAndTime } from "#domain/time-words";
import type { DiscussionView } from "#services/strategy/read-discussion";
import { SummaryList } from "../govuk/summary-list.tsx";

type Part = { view: DiscussionView };

/** Once it was held: who of those who took part agrees to the record, and whether it is locked. */
export function Agreement({ view }: Part) {
  const took = view.attendance.filter(({ present }) => present === true);
  if (view.heldAt === null || took.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Who agrees to the record</h2>
      {view.lockedAt === null && view.agreeBy !== null && (
        <p className="govuk-body">Each agency answers by {dayAndTime(view.agreeBy)}.</p>
      )}
      <ul className="govuk-list app-attendance">
        {took.map(({ id, name, agreement }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="app-attendance__answer">{agreementWords(agreement)}</span>
            {agreement !== null && agreement.because !== "" && (
              <span className="app-attendance__answer app-written">{agreement.because}</span>
            )}
          </li>
        ))}
      </ul>
      {view.lockedAt !== null && (
        <p className="govuk-body">
          <strong>Locked {dayAndTime(view.lockedAt)}.</strong> What changed since stands beside it.
        </p>
      )}
      {view.lockedBecause && (
        <p className="govuk-body app-written">Why before everybody agreed: {view.lockedBecause}</p>
      )}
    </>
  );
}

function agreementWords(agreement: DiscussionView["attendance"][number]["agreement"]): string {
  if (agreement === null) return "Has not answered yet";
  const { is, name, at } = agreement;
  return `${is === "agrees" ? "Agrees" : "Disagrees"}: ${name}, ${dayAndTime(at)}`;
}

/** What was written beside the record, with who and why. */
export function Addenda({ view }: Part) {
  if (view.addenda.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Added to the record</h2>
      {view.addenda.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: `${dayAndTime(one.at)}, ${one.by}`, headingLevel: 3 }}
          rows={[
            { key: "Added", value: <span className="app-written">{one.addendum}</span> },
            { key: "Why", value: <span className="app-written">{one.addendumWhy}</span> },
          ]}
        />
      ))}
    </>
  );
}
