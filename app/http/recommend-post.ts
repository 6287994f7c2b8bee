import type { StaffActor } from "#domain/actor";
import { isOutcome, type Outcome } from "#domain/outcome";
import { cleanTyped } from "#domain/questions/typed-text";
import { localDate } from "#domain/time-words";
import { recordAlert } from "#services/alerts/record-alert";
import type { ChangedMeanwhile } from "#services/contacts/raise-version";
import type { Context } from "#services/context";
import { makeRecommendation } from "#services/decisions/make-recommendation";
import { ruleOnChild } from "#services/decisions/rule-on-child";
import { Conflict, Invalid } from "#services/errors";
import { shownAgain, type Problems, type Typed } from "./form.ts";
import { refusal } from "./guard.ts";
import { dateFieldsOf, problemsOf, recordDraft, typedRecord } from "./record-form.ts";

/** A form about a contact that could not be taken, as its page shows it again. */
export type FormAgain = {
  /** 200: the record of the chosen outcome is opened to be written. */
  status: 200 | 409 | 422;
  writing: { childId: string; outcome: Outcome } | null;
  typed: Typed;
  problems: Problems | null;
  changed: ChangedMeanwhile | null;
};

export const versionIn = (body: URLSearchParams): number => {
  const version = /^\d{1,9}$/.exec(body.get("version") ?? "")?.[0];
  if (version === undefined) throw refusal(400);
  return Number(version);
};

/** @returns null when it was done, or the form to show again */
export async function recommendPost(
  context: Context,
  actor: StaffActor,
  reference: string,
  body: URLSearchParams,
): Promise<FormAgain | null> {
  const childId = body.get("child") ?? "";
  const version = versionIn(body);
  if (body.get("do") === "rule") {
    const standing = body.get(`${childId}.standing`);
    const because = cleanTyped(body.get(`${childId}.because`) ?? "");
    const typed = { [`${childId}.because`]: because, [`${childId}.standing`]: standing ?? "" };
    const ruled = standing === "subject" || standing === "considered" ? standing : null;
    return attempt({ writing: null, typed, prefix: `${childId}.`, dates: new Set() }, () =>
      ruleOnChild(context, actor, { reference, version, childId, standing: ruled, because }),
    );
  }
  const outcome = body.get("outcome");
  const choosing = body.get("do") === "choose";
  if (choosing && outcome === null) {
    const problems = problemsOf({ [`${childId}-outcome`]: "Choose an outcome" }, new Set());
    return { status: 422, writing: null, typed: {}, problems, changed: null };
  }
  if (!isOutcome(outcome)) throw refusal(400);
  if (choosing)
    return { status: 200, writing: { childId, outcome }, typed: {}, problems: null, changed: null };
  const typed = typedRecord(body, outcome);
  const draft = recordDraft(outcome, typed, localDate(context.now()));
  const formKey = body.get("formKey") ?? "";
  return attempt(
    {
      ...{ writing: { childId, outcome }, typed, prefix: "", dates: dateFieldsOf(outcome) },
      stopped: () => recordAlert(context, actor, { reference, kind: "other-family" }),
    },
    async () => {
      const namesChecked = body.get("namesChecked") === "yes";
      await makeRecommendation(context, actor, {
        ...{ reference, version, formKey, childId, draft, namesChecked },
      });
    },
  );
}

type Attempt = Pick<FormAgain, "writing" | "typed"> & {
  prefix: string;
  dates: ReadonlySet<string>;
  /** Counts that an alert stopped whoever sent it. */
  stopped?: () => Promise<void>;
};

async function attempt(
  { writing, typed, prefix, dates, stopped }: Attempt,
  run: () => Promise<void>,
): Promise<FormAgain | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (error instanceof Invalid) {
      if ("namesChecked" in error.problems) await stopped?.();
      const named = Object.entries(error.problems).map(([name, text]) => [prefix + name, text]);
      const problems = problemsOf(Object.fromEntries(named) as Record<string, string>, dates);
      return { status: 422, writing, typed: shownAgain(typed), problems, changed: null };
    }
    if (!(error instanceof Conflict)) throw error;
    const changed = error.details as ChangedMeanwhile;
    return { status: 409, writing, typed: shownAgain(typed), problems: null, changed };
  }
}
