import {
  callLateMinutes,
  expectedFromWords,
  expectedSaidWords,
  type CalledOrNot,
} from "#domain/expected-call";
import type { Audience, DangerAnswer } from "#domain/intake";
import { duration, nearDayAndTime } from "#domain/time-words";
import { href } from "../../href.ts";
import { Tag } from "../govuk/tag.tsx";

type Expected = {
  id: string;
  audience: Audience;
  danger: DangerAnswer;
  called999: CalledOrNot;
  since: Date;
};

/** How long ago, who, and what they said: all that is known. */
export function ExpectedCall({ call, asAt }: { call: Omit<Expected, "id">; asAt: Date }) {
  const minutes = (asAt.getTime() - call.since.getTime()) / 60_000;
  return (
    <>
      {minutes > callLateMinutes && (
        <>
          <Tag colour="yellow">Late</Tag>{" "}
        </>
      )}
      <strong>{nearDayAndTime(call.since, asAt)}</strong>, {duration(minutes)} ago.{" "}
      {expectedFromWords[call.audience]}
      {call.danger === "yes" ? ": a child is in danger. " : ": a child may be in danger. "}
      {expectedSaidWords[call.called999 ?? "unknown"]}
    </>
  );
}

/** Each call that is expected, the longest first, until somebody says what became of it. */
export function ExpectedCalls({ expected, asAt }: { expected: readonly Expected[]; asAt: Date }) {
  return (
    <ul className="govuk-list">
      {expected.map((call) => (
        <li key={call.id}>
          <ExpectedCall call={call} asAt={asAt} />{" "}
          <a className="govuk-link" href={href("hub.expected-call", { id: call.id })}>
            Say what became of it
            <span className="govuk-visually-hidden">, expected since {nearDayAndTime(call.since, asAt)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
