import { localClock } from "./local-time.ts";
import type { CallResult } from "./call-attempts.ts";
import { clockTime, parseClockTime } from "./time-words.ts";

/** How it is safe to call a family, as somebody who works with them found out and wrote down. */
export type SafeCalling = {
  number: string;
  /** "10:00"; both empty when every time is safe. */
  from: string;
  until: string;
  message: "yes" | "no";
};

type Call = { at: Date; result: CallResult; because: string };

/**
 * What has to be explained about a call, in words for the form; null when nothing has. A call that was made is never
 * refused a record: somebody has to be able to see that it happened, and why.
 * @param warned somebody said that reaching them may be unsafe
 */
export function toExplain(call: Call, safe: SafeCalling | null, warned: boolean): string | null {
  if (call.because !== "") return null;
  if (safe === null)
    return warned
      ? "Somebody said that it may be unsafe to call. Say how you made sure that it was safe"
      : null;
  if (!isSafeTime(call.at, safe))
    return `It is safe to call ${safeTimes(safe)}. Say why you called at another time`;
  if (call.result === "left_message" && safe.message === "no")
    return "It is not safe to leave a message. Say why one was left";
  return null;
}

/** A window that ends before it begins runs over midnight. */
export function isSafeTime(at: Date, { from, until }: Pick<SafeCalling, "from" | "until">): boolean {
  if (from === "" || until === "") return true;
  const time = localClock(at);
  return from <= until ? time >= from && time <= until : time >= from || time <= until;
}

const spoken = (typed: string) => {
  const time = parseClockTime(typed);
  return time === null ? typed : clockTime(time);
};

/** "from 10am to 2pm", or "at any time". */
export const safeTimes = ({ from, until }: Pick<SafeCalling, "from" | "until">): string =>
  from === "" || until === "" ? "at any time" : `from ${spoken(from)} to ${spoken(until)}`;
