import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { Actor, StaffActor } from "#domain/actor";
import { exceptFor, isCleared } from "#domain/clearance";
import type { Unit } from "./unit.ts";

/** What db/migrations/0006_row_security.sql knows of an actor. */
function seesOf(actor: Actor): "all" | "cleared" | "open" | "involved" | "own" | "nothing" {
  if (actor.kind === "system") return "all";
  if (actor.kind === "public") return "own";
  if (actor.roles.length === 0) return "nothing";
  if (actor.organisationKind !== "council") return "involved";
  return isCleared(actor) ? "cleared" : "open";
}

/**
 * Tells the database who acts, for this transaction alone: row-level security is the second wall behind `may`. One
 * statement, which the connection runs before any other of the transaction; what does not exist for somebody is worked
 * out in it, so that no row has to be asked about later.
 */
export function actAs(tx: Tx, actor: Actor): Promise<void> {
  const [kind, sees] = [actor.kind, seesOf(actor)];
  if (actor.kind !== "staff") {
    return sent(
      tx.execute(
        sql`select set_config('frontdoor.actor_kind', ${kind}, true), set_config('frontdoor.actor_id', '', true),
          set_config('frontdoor.sees', ${sees}, true)`,
      ),
    );
  }
  const [excepted, { barred = [] }] = [exceptFor(actor), actor];
  const asList = (ids: readonly string[]) => `{${ids.join(",")}}`;
  return sent(
    tx.execute(sql`
    select set_config('frontdoor.actor_kind', ${kind}, true), set_config('frontdoor.actor_id', ${actor.id}, true),
      set_config('frontdoor.sees', ${sees}, true), set_config('frontdoor.roles', ${rolesOf(actor)}, true),
      set_config('frontdoor.organisation', ${actor.organisationId}, true),
      set_config('frontdoor.opened', ${asList(excepted)}, true), set_config('frontdoor.barred', ${asList(barred)}, true),
      set_config('frontdoor.hidden', contacts, true), set_config('frontdoor.hidden_persons', persons, true)
    from frontdoor_hidden(${actor.id}::uuid, ${sees === "open"}, ${asList(excepted)}::uuid[], ${asList(barred)}::uuid[])`),
  );
}

/** A statement of drizzle's is sent when somebody waits for it; these must be first in line. */
const sent = (statement: { then: (done: () => void) => Promise<void> }): Promise<void> =>
  statement.then(() => undefined);

/** Each between commas, so that no name is found inside another. */
const rolesOf = ({ roles }: StaffActor) => `,${roles.join(",")},`;

/** Makes one draft be there for somebody who is not signed in: they named it, and its secret is compared next. */
export const actOnDraft = ({ tx }: Pick<Unit, "tx">, draftId: string, sender: Buffer | null): Promise<void> =>
  sent(
    tx.execute(sql`select set_config('frontdoor.own_draft', ${draftId}, true),
      set_config('frontdoor.own_sender', ${sender?.toString("hex") ?? ""}, true)`),
  );

/** Somebody outside has proven what lets them act on one contact: what is there of it is there for the service now. */
export const actOnProven = ({ tx }: Pick<Unit, "tx">): Promise<void> =>
  sent(tx.execute(sql`select set_config('frontdoor.sees', 'all', true)`));

/** Makes what was sent under this key be there for its sender, who showed the draft's secret or brought the key. */
export const actOnSent = ({ tx }: Pick<Unit, "tx">, idempotencyKey: string): Promise<void> =>
  sent(tx.execute(sql`select set_config('frontdoor.own_key', ${idempotencyKey}, true)`));
