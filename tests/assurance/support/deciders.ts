import type { StaffActor } from "#domain/actor";
import { decideChildren } from "#services/decisions/decide-children";
import { Conflict, Invalid } from "#services/errors";
import type { RecommendedContact } from "../../support/recommended-contacts.ts";
import type { History } from "./history.ts";
import type { System } from "./system.ts";

const patienceMs = 300_000;

/** A manager agrees with what was recommended on one contact, trying again with the same form until it is done. */
export async function decideOne(
  { context, traffic }: System,
  history: History,
  manager: StaffActor,
  { id, reference, version, childIds }: RecommendedContact,
): Promise<void> {
  const until = performance.now() + patienceMs;
  const draft = { verdict: "agree", ownReason: "I read it all and agree.", pattern: "Of one kind." };
  const form = {
    reference,
    contactIds: [id],
    version,
    formKey: context.newId(),
    children: childIds.map((childId) => ({ childId, draft })),
  };
  while (performance.now() < until && !traffic.stopped) {
    await history.append({ what: "decide", key: id, step: "invoke" });
    try {
      await decideChildren(context, manager, form);
      traffic.decided();
      await history.append({ what: "decide", key: id, step: "ok" });
      return;
    } catch (error) {
      const refused = error instanceof Conflict || error instanceof Invalid;
      const because = error instanceof Error ? error.name : "unknown";
      await history.append({ what: "decide", key: id, step: refused ? "fail" : "info", because });
      if (refused) return;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
