import { groundWords, type ErasureGround } from "#domain/erasure";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { isFinal, proposalRules } from "#domain/two-people";
import type { Asked } from "#services/records/list-asked";
import type { Problems } from "../../http/form.ts";
import type { RefusedChange } from "../../http/refused-change.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";

const endedWords = { confirmed: "Confirmed", withdrawn: "Withdrawn", expired: "Not confirmed in time" };

/** What one person asked for, and the buttons of whoever may confirm it. */
export function AskedList({ rows, action, problem }: AskedListProps) {
  return (
    <ul className="govuk-list">
      {rows.map((one) => (
        <li key={one.id} id={`asked-${one.id}`} className="govuk-!-margin-bottom-7">
          <h2 className="govuk-heading-m govuk-!-margin-bottom-1">{proposalRules[one.kind].label}</h2>
          <p className="govuk-body govuk-!-margin-bottom-1">
            {one.reference !== null && (
              <a className="govuk-link" href={href("records.contact", { reference: one.reference })}>
                {formatReference(one.reference)}
              </a>
            )}
            {whatOf(one)}
            {one.kind === "access-export" && one.reason !== null && (
              <>
                {" "}
                <a className="govuk-link" href={href("records.answer", { id: one.id })}>
                  Look at what is given
                </a>
              </>
            )}
          </p>
          <p className="govuk-body govuk-!-margin-bottom-1 app-written">
            {`Why: ${one.reason ?? "erased with what it was about"}`}
          </p>
          <p className="govuk-body">{`Asked by ${one.by}, ${dayAndTime(one.at)}. ${standing(one)}`}</p>
          {problem?.id === one.id && <p className="govuk-error-message">{problem.text}</p>}
          {one.live && (
            <form method="post" action={action} noValidate>
              <input type="hidden" name="id" value={one.id} />
              {one.mine && <p className="govuk-body">Somebody else has to confirm it.</p>}
              <div className="govuk-button-group">
                {!one.mine && (
                  <Button
                    classes={isFinal(one.kind) ? "govuk-button--warning" : undefined}
                    name="do"
                    value="confirm"
                  >
                    {proposalRules[one.kind].confirm}
                  </Button>
                )}
                <Button classes="govuk-button--secondary" name="do" value="withdraw">
                  {one.mine ? "Withdraw it" : "Say no"}
                </Button>
              </div>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was wrong with one of the list's forms: the words beside it, and a line that leads there. */
export function askedProblem(again: RefusedChange | undefined): AskedListProps["problem"] {
  if (!again || !("problems" in again)) return undefined;
  const id = String(again.typed["id"] ?? "");
  const [text] = Object.values(again.problems.fields);
  if (text === undefined) return undefined;
  return { id, text, problems: { ...again.problems, summary: [{ href: `#asked-${id}`, text }] } };
}

type AskedListProps = {
  rows: readonly Asked[];
  /** Where its forms are sent. */
  action: string;
  /** What went wrong with one of them. */
  problem?: { id: string; text: string; problems: Problems } | undefined;
};

function whatOf({ kind, facts }: Asked): string {
  if (kind === "retention-run") return `${Number(facts["contacts"])} contacts`;
  const ground = facts["ground"] as ErasureGround | undefined;
  return ground === undefined ? "" : `, under ${groundWords[ground]}`;
}

function standing({ live, until, ended }: Asked): string {
  if (live) return `It can be confirmed until ${dayAndTime(until)}.`;
  if (ended === null) return `${endedWords.expired}.`;
  return `${endedWords[ended.how]}${ended.by === null ? "" : ` by ${ended.by}`}, ${dayAndTime(ended.at)}.`;
}
