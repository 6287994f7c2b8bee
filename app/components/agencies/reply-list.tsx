import type { ReplyContent } from "#domain/agency-reply";
import type { ReplyKind } from "#domain/agency-request";
import { longDate, nearDayAndTime } from "#domain/time-words";
import type { ReplyView } from "#services/agencies/load-requests";

const kindWords: Record<ReplyKind, string> = {
  no_trace: "No trace",
  known: "They know this family",
  not_sharing: "They do not share this",
  wrong_agency: "Not theirs to answer",
};

const parts: readonly { name: keyof ReplyContent; label: string }[] = [
  { name: "facts", label: "Facts" },
  { name: "opinion", label: "Opinion" },
  { name: "source", label: "Where it comes from" },
  { name: "informationOn", label: "Of when it is" },
  { name: "protects", label: "What protects the children" },
  { name: "staffRisks", label: "What somebody who visits should know" },
  { name: "need", label: "Their view of the need" },
  { name: "because", label: "Why" },
  { name: "systems", label: "Systems searched" },
];

/** What an agency said, as it was said: facts apart from opinions, and what may not be passed on first. */
export function ReplyList({ replies, asAt }: { replies: readonly ReplyView[]; asAt: Date }) {
  return replies.map((reply) => (
    <section key={reply.id} aria-label={`Reply of ${nearDayAndTime(reply.at, asAt)}`}>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>{kindWords[reply.kind]}</strong>
        {!reply.complete && " (a part, more is to come)"}, {reply.by}, {nearDayAndTime(reply.at, asAt)}
      </p>
      {reply.notSharedWith !== "" && (
        <p className="govuk-body app-safe-line">
          <strong>May not be shared with {reply.notSharedWith}</strong>
          {reply.notSharedBecause !== "" && `: ${reply.notSharedBecause}`}
        </p>
      )}
      <dl className="app-compared">
        {parts
          .filter(({ name }) => reply[name] !== "")
          .map(({ name, label }) => (
            <div className="app-compared__side" key={name}>
              <dt>{label}</dt>
              <dd className="app-written">
                {name === "informationOn" ? longDate(reply[name]) : reply[name]}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}
