import { z } from "zod";

/** Everything that can be wrong with a request of a machine, as RFC 9457 wants it: a stable type, a title, a status. */
export const problemKinds = {
  "not-readable": { status: 400, title: "The body is not JSON in UTF-8" },
  "no-idempotency-key": {
    status: 400,
    title: "The header Idempotency-Key is missing, or is not 1 to 255 visible characters",
  },
  "not-a-request": { status: 400, title: "The request cannot be read" },
  "no-key": { status: 401, title: "The key is missing, is not known, or has ended" },
  "not-allowed": { status: 403, title: "The key may not be used for this" },
  "from-a-browser": {
    status: 403,
    title: "Send the key in the header Authorization, as Bearer, and send no cookie",
  },
  "not-found": { status: 404, title: "There is nothing here" },
  "no-such-method": { status: 405, title: "This address is not asked with this method" },
  "too-slow": { status: 408, title: "The request took too long to arrive" },
  "too-large": {
    status: 413,
    title: "The body is larger than is taken here: one megabyte, or 16 for a list of open cases",
  },
  "not-json": { status: 415, title: "The body is not sent as application/json" },
  "wrong-host": { status: 421, title: "This is not the address of this service" },
  "not-taken": { status: 422, title: "Something in the body cannot be taken" },
  "key-used-before": {
    status: 422,
    title: "This Idempotency-Key was used for another body. Nothing was taken",
  },
  "much-smaller": {
    status: 409,
    title:
      "The list has lost more than a fifth of the cases that are open. Nothing was taken. Look at the export, and say fewerIsRight when it is right",
  },
  "found-before": {
    status: 409,
    title: "This assessment has another outcome already. Nothing was taken",
  },
  "too-many": { status: 429, title: "This key was used too often in the last minute" },
  "headers-too-large": { status: 431, title: "The headers are too large" },
  "our-fault": {
    status: 500,
    title: "Something went wrong here. Send it again with the same Idempotency-Key",
  },
  away: { status: 503, title: "The service is away or busy. Send it again with the same Idempotency-Key" },
} as const;
export type ProblemKind = keyof typeof problemKinds;

const errorAt = z.strictObject({
  pointer: z.string().meta({ title: "Where in the body, as a JSON pointer", examples: ["#/children/0/age"] }),
  detail: z.string().meta({ title: "What to send instead" }),
});

export const problem = z.strictObject({
  type: z.string().meta({ title: "What kind of problem: an address of the documentation" }),
  title: z.string().meta({ title: "The same in words" }),
  status: z.int().meta({ title: "The status of the answer" }),
  errors: z
    .array(errorAt)
    .optional()
    .meta({ title: "Each thing that cannot be taken, when the kind is not-taken" }),
  reference: z
    .string()
    .optional()
    .meta({ title: "The contact that was taken under this key before, when the kind is key-used-before" }),
});
export type Problem = z.output<typeof problem>;

/** As many as somebody reads; the rest are found when these are mended. */
const errorsAtMost = 50;

/** A path of the check as a JSON pointer in a URI fragment (RFC 6901). */
const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("")}`;

export function errorsFrom(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): NonNullable<Problem["errors"]> {
  return issues
    .slice(0, errorsAtMost)
    .map(({ path, message }) => ({ pointer: pointerTo(path).slice(0, 300), detail: message.slice(0, 300) }));
}

/** What a status says by itself, for what is refused before anybody knows more. */
export function kindOfStatus(status: number): ProblemKind {
  const special: Readonly<Record<number, ProblemKind>> = { 400: "not-a-request", 403: "from-a-browser" };
  const known = Object.keys(problemKinds) as ProblemKind[];
  return special[status] ?? known.find((kind) => problemKinds[kind].status === status) ?? "our-fault";
}
