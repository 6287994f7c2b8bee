import { callBackTopicWords, type CallBackTopic } from "#domain/call-back";
import type { DangerAnswer } from "#domain/intake";
import { nearDayAndTime } from "#domain/time-words";
import { callTime } from "#domain/wording/promise";
import { href } from "../../href.ts";
import { Tag } from "../govuk/tag.tsx";

type Owed = {
  id: string;
  about: CallBackTopic;
  danger: DangerAnswer;
  fromAt: Date;
  untilAt: Date;
  tries: number;
};

/** What it is about and when; who asked is seen by whoever makes the call. */
export function OwedCall({ call, asAt }: { call: Owed; asAt: Date }) {
  const { fromAt: from, untilAt: until, tries } = call;
  const late = until <= asAt;
  return (
    <>
      {late && (
        <>
          <Tag colour="yellow">Late</Tag>{" "}
        </>
      )}
      {callBackTopicWords[call.about]}.{" "}
      {call.danger !== "no" && (
        <strong>
          {call.danger === "yes" ? "A child is in danger" : "A child may be in danger"}: call now.{" "}
        </strong>
      )}
      We said that we call {late ? `before ${nearDayAndTime(until, asAt)}` : callTime({ from, until }, asAt)}.
      {tries > 0 && <> Tried {tries === 1 ? "once" : `${tries} times`}.</>}
    </>
  );
}

/** Each call that is owed, the first due first. */
export function OwedCalls({
  calls,
  asAt,
}: {
  calls: readonly (Owed & { takenBy: string | null })[];
  asAt: Date;
}) {
  return (
    <ul className="govuk-list">
      {calls.map((call) => (
        <li key={call.id}>
          <OwedCall call={call} asAt={asAt} />
          {call.takenBy !== null && <> {call.takenBy} took it.</>}{" "}
          <a className="govuk-link" href={href("hub.call-back", { id: call.id })}>
            Open this call
            <span className="govuk-visually-hidden">
              , asked for until {nearDayAndTime(call.untilAt, asAt)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
