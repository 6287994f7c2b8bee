import type { z } from "zod";
import type { SnapshotEntry } from "../questions/question.ts";
import type { SnapshotPage, Submission } from "../questions/submission.ts";
import { contactBody, parts, type ContactBody } from "./contact-body.ts";

/** Counted up whenever a label of the body changes. */
const wordingVersion = 1;

type Shape = Readonly<Record<string, z.ZodType>>;

const words: Readonly<Record<string, string>> = { true: "Yes", false: "No" };
const inWords = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(inWords).join("\n")
    : (words[String(value)] ?? String(value as string | number));

/** Label and value of each field that was sent, in the order of the description. */
function entries(
  shape: Shape,
  sent: object,
  fields: readonly string[] = Object.keys(shape),
): SnapshotEntry[] {
  const values = new Map<string, unknown>(Object.entries(sent));
  return fields.flatMap((field) => {
    const value = values.get(field);
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [{ label: shape[field]?.meta()?.title ?? field, value: inWords(value) }];
  });
}

const page = (
  questionId: string,
  title: string,
  found: readonly SnapshotEntry[],
  item: number | null = null,
): SnapshotPage[] =>
  found.length === 0 ? [] : [{ questionId, wordingVersion, title, item, entries: found }];

/**
 * What was sent as evidence, under the labels that the documentation gives. Each page has the name of the page of the
 * forms that asks the same: where an address is kept secret, and what is told to somebody about themselves, go by it.
 */
export function snapshotOfBody(body: ContactBody, organisation: string): Submission["snapshot"] {
  const { shape } = contactBody;
  const some = (...fields: (keyof typeof shape)[]) => entries(shape, body, fields);
  const address = body.address && { ...body.address };
  const each = <T extends object>(id: string, title: string, part: { shape: Shape }, all: readonly T[]) =>
    all.flatMap((one, at) => page(id, title, entries(part.shape, one), at + 1));
  return {
    contact: [
      ...page("danger", "Danger", some("danger", "called999")),
      ...page("soon", "Next event", body.nextEvent ? entries(parts.nextEvent.shape, body.nextEvent) : []),
      ...each("children", "Child", parts.child, body.children),
      ...page("where", "Where the child is", [
        ...(address ? entries(parts.address.shape, address) : []),
        ...some("seenAt", "otherPlaces", "childNow"),
      ]),
      ...each("family", "Adult of the family and home", parts.adult, body.adults ?? []),
      ...page("family", "The family and home", some("householdKnown")),
      ...page("worries", "Worries", some("worries", "otherWorry")),
      ...page("what-happened", "What has happened", some("whatHappened")),
      ...page("effect", "Effect", some("effect", "goingWell", "alreadyTried")),
      ...page(
        "parents",
        "The parents or carers",
        body.parents ? entries(parts.parents.shape, body.parents) : [],
      ),
      ...page(
        "safety",
        "Keeping people safe",
        body.safeContact ? entries(parts.safeContact.shape, body.safeContact) : [],
      ),
      ...each("helpers", "Somebody who helps the family", parts.helper, body.helpers ?? []),
    ],
    referrer: page("you", "Who sent it", [
      { label: "Organisation", value: organisation },
      ...entries(parts.sender.shape, body.sender),
    ]),
  };
}
