import type { ClockFace } from "./clock-face.ts";

type MyLoad = {
  held: number;
  /** Held, recommended, and waiting for a manager. */
  withManager: number;
  /** The clock that runs out first among what is held. */
  first: ClockFace | null;
  returned: number;
  /** Answers of agencies on what they hold that nobody has read. */
  replies: number;
  /** In the queue: waiting to be screened, and how many of those are Red. */
  waiting: number;
  red: number;
};

const contacts = (count: number) => `${count} ${count === 1 ? "contact" : "contacts"}`;

/** The one sentence at the top of My work: what somebody holds, what is next, and what waits. */
export function myWorkInWords({ held, withManager, first, returned, replies, waiting, red }: MyLoad): string {
  const nothing =
    withManager === 0 ? "You are not holding anything." : "You hold nothing that waits for you.";
  const sentences =
    held === 0 || first === null
      ? [nothing, waitingInWords(waiting, red)]
      : [`You hold ${contacts(held)}.`, dueInWords(first)];
  if (returned > 0)
    sentences.push(
      `${contacts(returned)} ${returned === 1 ? "has" : "have"} come back to you with a question.`,
    );
  if (replies > 0) sentences.push(`${replies} ${replies === 1 ? "reply has" : "replies have"} come back.`);
  return sentences.join(" ");
}

function waitingInWords(waiting: number, red: number): string {
  if (waiting === 0) return "Nothing is waiting.";
  const some = `${contacts(waiting)} ${waiting === 1 ? "is" : "are"} waiting`;
  return red === 0 ? `${some}.` : `${some}, ${red} ${red === 1 ? "is" : "are"} Red.`;
}

function dueInWords({ by, left }: ClockFace): string {
  if (left.band === "late") return `The first decision was due ${by}. ${left.words}.`;
  return `The next decision is due ${by} (${left.words}).`;
}

/** "2 contacts are handed to you: accept them. See what became of one that you had." */
export function shiftInWords({ toMe, news }: { toMe: number; news: number }): string {
  return [
    toMe > 0 &&
      `${contacts(toMe)} ${toMe === 1 ? "is handed to you: accept it." : "are handed to you: accept them."}`,
    news > 0 && `See what became of ${news === 1 ? "one" : news} that you had.`,
  ]
    .filter(Boolean)
    .join(" ");
}
