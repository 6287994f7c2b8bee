import { longDate } from "./time-words.ts";

/**
 * What somebody is given who asks what is held about them (UK GDPR article 15). What is left out is counted with its
 * reason; each of them can be put back with a reason, and each that is given can be marked as harmful.
 */
export const accessChoices = ["put-back", "harm"] as const;
export type AccessChoice = (typeof accessChoices)[number];

export const omissions = ["third-party", "referrer", "agency", "harm"] as const;
export type Omission = (typeof omissions)[number];

export const omissionWords: Record<Omission, string> = {
  "third-party": "It is about somebody else",
  referrer: "It would tell who contacted us",
  agency: "Another organisation gave it in confidence; they have not been asked",
  harm: "It could cause serious harm",
};

export type AccessItem = {
  /** Where it stands and its id; what a choice is kept under. */
  id: string;
  title: string;
  /** When it was written or received, no finer than may be told. */
  when: string | null;
  lines: readonly { label: string; text: string }[];
  /** Why it is left out unless somebody puts it back; null when it is given. */
  omission: Omission | null;
};

/** Never given, and never shown to whoever prepares an answer: who contacted us, and where somebody fled to. */
export const isFixed = ({ id }: Pick<AccessItem, "id">): boolean => /^(referrer|address):/.test(id);

/** An item with what was chosen about it. */
export type ChosenItem = AccessItem & {
  choice: AccessChoice | null;
  given: boolean;
  because: Omission | null;
};

export function withChoices(
  items: readonly AccessItem[],
  choices: ReadonlyMap<string, AccessChoice>,
): ChosenItem[] {
  return items.map((item) => {
    const choice = choices.get(item.id) ?? null;
    const because = choice === "harm" ? "harm" : choice === "put-back" ? null : item.omission;
    return { ...item, choice, because, given: because === null };
  });
}

export type LeftOut = { because: Omission; count: number };

export function leftOut(items: readonly ChosenItem[]): LeftOut[] {
  return omissions
    .map((because) => ({ because, count: items.filter((item) => item.because === because).length }))
    .filter(({ count }) => count > 0);
}

const masked = "[left out]";
/** Shorter words are too common to be somebody's name, and taking them out would make a text unreadable. */
const nameAtLeast = 3;

/**
 * Takes out of a text what names somebody else: what is written about a child names the people around them. Only whole
 * words, whatever their case. What has no word in it, such as a telephone number, is taken out as it is written.
 */
export function withoutNames(text: string, names: readonly string[]): string {
  const wanted = [
    ...new Set(
      names
        .flatMap((name) => [name.trim(), ...name.split(/[^\p{L}\p{M}\p{N}]+/u)])
        .filter((part) => [...part].length >= nameAtLeast),
    ),
  ].sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return text;
  const any = wanted.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, "giu"),
    masked,
  );
}

/** What is left out of a form, by its question: pages about other people, and pages that tell where and when somebody wrote. */
const pageOmissions: Readonly<Record<string, Omission>> = {
  family: "third-party",
  helpers: "third-party",
  parents: "third-party",
  danger: "referrer",
  soon: "referrer",
  safety: "harm",
  notice: "agency",
};

/** Pages whose answers stand with the child whom they are about, or with the file that they name. */
const saidElsewhere: readonly string[] = ["children", "facts", "files"];

/** Null when the page says nothing that is not said elsewhere. */
export const pageOmission = (questionId: string): { omission: Omission | null } | null =>
  saidElsewhere.includes(questionId) ? null : { omission: pageOmissions[questionId] ?? null };

/**
 * How exactly a time may be told: never the hour, which tells who was there. What a member of the public sent is dated to
 * the month, and so is what was done about it.
 */
export function coarseDay(isoDate: string, byPublic: boolean): string {
  const day = longDate(isoDate);
  return byPublic ? day.split(" ").slice(-2).join(" ") : day;
}

const hours = /\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)(?:\s?[ap]\.?m\b\.?)?|\b(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?/gi;

/** A text without the times of day in it: who was there at that minute is who told us. */
export const withoutHours = (text: string): string => text.replace(hours, masked);

const labels: Readonly<Record<string, string>> = { lines: "Address", nhsNumber: "NHS number", upn: "UPN" };

/** Words for the name of a field of a record: "whyNotHigher" is "Why not higher". */
function labelOf(field: string): string {
  const own = labels[field];
  if (own !== undefined) return own;
  const spaced = field.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Everything that was typed in a record, a line a field. Codes are told as they are, moments without their hour. */
export function linesOf(record: unknown, label = ""): { label: string; text: string }[] {
  if (record === null || record === undefined || record === "" || record === false) return [];
  if (Array.isArray(record)) return record.flatMap((one) => linesOf(one, label));
  if (typeof record === "object")
    return Object.entries(record).flatMap(([field, value]) => linesOf(value, labelOf(field)));
  const text = record === true ? "Yes" : String(record as string | number);
  return [{ label, text: text.replace(/^(\d{4}-\d\d-\d\d)T\S*$/, "$1") }];
}
