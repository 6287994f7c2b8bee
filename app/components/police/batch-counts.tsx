import type { ShownRow } from "#services/police/read-batch";
import { href } from "../../href.ts";
import { Details } from "../govuk/details.tsx";
import { InsetText } from "../govuk/inset-text.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

type BatchCountsProps = {
  id: string;
  rows: readonly ShownRow[];
  children: number;
  /** Notices whose postcode is in no area of this authority. */
  elsewhere: number;
  families: readonly (readonly number[])[];
  leftOut: readonly string[];
  sent: boolean;
};

/** "2, 4 and 5". */
const listed = (numbers: readonly number[]): string =>
  numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1) ?? ""}`;

/** How many there are of what, and what a person should look at before the notices are sent. */
export function BatchCounts({ id, rows, children, elsewhere, families, leftOut, sent }: BatchCountsProps) {
  const count = (...states: ShownRow["state"][]) => rows.filter(({ state }) => states.includes(state)).length;
  return (
    <>
      <SummaryList
        rows={[
          { key: "Rows", value: String(rows.length) },
          { key: "Notices that can be sent", value: String(count("ready", "again")) },
          { key: "Sent", value: String(count("sent", "added")) },
          { key: "Children in them", value: String(children) },
          { key: "Outside our area", value: String(elsewhere) },
          { key: "Graded high", value: String(rows.filter(({ grade }) => grade === "high").length) },
          { key: "Came before", value: String(count("again", "added")) },
          { key: "To put right", value: String(count("wrong")) },
        ]}
      />
      {count("again") > 0 && (
        <InsetText>
          {`${count("again")} of them have a reference that your force sent before. What they say now is added to that, and makes no second contact.`}
        </InsetText>
      )}
      {families.length > 0 && (
        <InsetText>
          <p className="govuk-body">
            These rows seem to be about one family, by the same name and date of birth:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {families.map((numbers) => (
              <li key={numbers[0]}>{`Rows ${listed(numbers)}`}</li>
            ))}
          </ul>
          <p className="govuk-body">
            Each is sent by itself. Whether they belong together is for a person at the hub to say, and each
            child gets their own decision.
          </p>
        </InsetText>
      )}
      {leftOut.length > 0 && (
        <Details summary={`Columns that are left out: ${leftOut.length}`}>
          <ul className="govuk-list govuk-list--bullet">
            {leftOut.map((heading) => (
              <li key={heading}>{heading}</li>
            ))}
          </ul>
          {!sent && (
            <a className="govuk-link" href={href("police.columns", { id })}>
              Say what they are
            </a>
          )}
        </Details>
      )}
    </>
  );
}
