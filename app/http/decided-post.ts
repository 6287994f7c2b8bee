import type { StaffActor } from "#domain/actor";
import { isOutcome, type Outcome } from "#domain/outcome";
import { localDate } from "#domain/time-words";
import type { ChangedMeanwhile } from "#services/contacts/raise-version";
import type { Context } from "#services/context";
import { countersignDecision } from "#services/decisions/countersign-decision";
import { supersedeDecision } from "#services/decisions/supersede-decision";
import { Conflict, Invalid } from "#services/errors";
import { shownAgain, typedIn, type Problems, type Typed } from "./form.ts";
import { refusal } from "./guard.ts";
import { versionIn } from "./recommend-post.ts";
import { dateFieldsOf, problemsOf, recordDraft, typedRecord } from "./record-form.ts";

/** A form about what was decided, as its page shows it: chosen and still empty, or refused with its words. */
export type DecidedAgain = {
  status: 200 | 409 | 422;
  writing: { childId: string; outcome: Outcome | null };
  typed: Typed;
  problems: Problems | null;
  changed: ChangedMeanwhile | null;
};

const own = ["ownReason", "note"] as const;

/**
 * Does what one form of the page asks for. Choosing an outcome is posted too: an outcome never stands in an address.
 * @returns null when it was done, or what the page shows instead
 */
export async function decidedPost(
  context: Context,
  actor: StaffActor,
  reference: string,
  body: URLSearchParams,
): Promise<DecidedAgain | null> {
  const what = body.get("do");
  const childId = body.get("child") ?? "";
  const said = typedIn(body, { fields: own });
  if (what === "countersign") {
    const decisionId = body.get("decision") ?? "";
    const writing = { childId, outcome: null };
    return attempt({ writing, typed: said, dates: new Set() }, () =>
      countersignDecision(context, actor, { decisionId, note: said["note"] ?? "" }),
    );
  }
  const outcome = body.get("outcome");
  if (what === "choose") return chosen(childId, outcome);
  if (what !== "correct" || !isOutcome(outcome)) throw refusal(400);
  const typed = { ...typedRecord(body, outcome), ...said };
  const draft = {
    ...recordDraft(outcome, typed, localDate(context.now())),
    ownReason: said["ownReason"] ?? "",
  };
  const [version, formKey] = [versionIn(body), body.get("formKey") ?? ""];
  const supersedesId = body.get("decision") ?? "";
  return attempt({ writing: { childId, outcome }, typed, dates: dateFieldsOf(outcome) }, () =>
    supersedeDecision(context, actor, { reference, version, formKey, childId, supersedesId, draft }),
  );
}

function chosen(childId: string, outcome: string | null): DecidedAgain {
  const empty = { typed: {}, changed: null };
  if (isOutcome(outcome)) return { ...empty, status: 200, writing: { childId, outcome }, problems: null };
  const text = "Choose what is right for the child";
  const problems = {
    summary: [{ href: `#${childId}-outcome`, text }],
    fields: { [`${childId}-outcome`]: text },
  };
  return { ...empty, status: 422, writing: { childId, outcome: null }, problems };
}

type Attempt = Pick<DecidedAgain, "writing" | "typed"> & { dates: ReadonlySet<string> };

async function attempt(
  { writing, typed, dates }: Attempt,
  run: () => Promise<unknown>,
): Promise<DecidedAgain | null> {
  try {
    await run();
    return null;
  } catch (error) {
    const again = { writing, typed: shownAgain(typed) };
    if (error instanceof Invalid)
      return { ...again, status: 422, problems: problemsOf(error.problems, dates), changed: null };
    if (!(error instanceof Conflict)) throw error;
    return { ...again, status: 409, problems: null, changed: error.details as ChangedMeanwhile };
  }
}
