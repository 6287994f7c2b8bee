import type { StaffActor } from "#domain/actor";
import type { AskingFacts } from "#domain/asked-fields";
import { may } from "#domain/permissions";
import { mayCountersign } from "#domain/signing";
import { openContactPage, type ContactHead } from "../contacts/contact-head.ts";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import type { DecisionContent, KnownThen } from "./content.ts";
import { recordFacts } from "./decision-facts.ts";
import type { StandingDecision } from "./load-decisions.ts";
import { loadToDecide, type ToDecide } from "./to-decide.ts";
import { earlierReferences } from "./what-was-known.ts";

export type DecidedChild = Pick<ToDecide["subjects"][number], "id" | "name" | "age"> & {
  decision: Omit<StandingDecision, "content" | "childId"> & {
    record: Record<string, unknown>;
    ownReason: string;
    pattern: string;
    checks: DecisionContent["checks"];
    /** What there was to see when it was decided; null where that was not kept. `earlier` are references. */
    known: KnownThen | null;
  };
  /** What decides which fields the record of a new decision asks for. */
  asking: AskingFacts;
  /** This person may sign it a second time now. */
  mayCountersign: boolean;
};

export type DecidedPage = {
  head: ContactHead;
  formKey: string;
  children: DecidedChild[];
  /** Subject children who still wait for a decision. */
  undecided: string[];
  organisations: ToDecide["organisations"];
  mayCorrect: boolean;
};

/** What stands for each child of a contact, to be read, countersigned or put right. Reading it is recorded. */
export async function readDecidedPage(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<DecidedPage> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found } = await openContactPage(unit, actor, { reference, page: "decided" });
    const all = await loadToDecide(unit, found.row);
    const earlier = [...all.decisions.values()].flatMap(({ content }) => content.known?.earlier ?? []);
    const references = await earlierReferences(unit, actor, [...new Set(earlier)]);
    return {
      head,
      formKey: context.newId(),
      children: all.subjects.flatMap((child) => {
        const { id, name, age } = child;
        const made = all.decisions.get(id);
        if (!made) return [];
        const { content, childId: _, ...decision } = made;
        const { record, ownReason, pattern, checks, known = null } = content;
        const waits = made.countersignBy !== null && made.countersigned === null;
        return [
          {
            id,
            name,
            age,
            asking: recordFacts(all, child, {}, context.settings),
            decision: {
              ...decision,
              record: { ...record },
              ownReason,
              pattern,
              checks,
              known: known && {
                ...known,
                earlier: known.earlier.flatMap((one) => references.get(one) ?? []),
              },
            },
            mayCountersign: waits && mayCountersign(actor, made.by.id).kind === "allowed",
          },
        ];
      }),
      undecided: all.subjects.filter(({ state }) => state !== "decided").map(({ name }) => name),
      organisations: all.organisations,
      mayCorrect: may(actor, "take-over"),
    };
  });
}
