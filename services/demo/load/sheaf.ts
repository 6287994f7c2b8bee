import type { InferInsertModel, Table } from "drizzle-orm";
import type { Actor } from "#domain/actor";
import type { AuditEvent } from "#domain/audit";
import { auditEvent } from "#db/schema/proof";
import { auditRow } from "../../audit/write-audit.ts";
import type { Context } from "../../context.ts";
import { newId } from "../../new-id.ts";

/** Rows by table, in the order in which the tables were first named. */
export type Sheaf = {
  rows: Map<Table, Record<string, unknown>[]>;
  add: <T extends Table>(table: T, ...rows: InferInsertModel<T>[]) => void;
};

export function newSheaf(): Sheaf {
  const rows: Sheaf["rows"] = new Map();
  return {
    rows,
    add: (table, ...more) => {
      const kept = rows.get(table);
      if (kept) kept.push(...more);
      else rows.set(table, [...more]);
    },
  };
}

/** Somebody who did something at a moment that lies behind us, writing rows instead of a transaction. */
export type Scribe = {
  actor: Actor;
  now: Date;
  context: Context;
  sheaf: Sheaf;
  audit: (...events: AuditEvent[]) => void;
};

export function scribe(context: Context, sheaf: Sheaf, actor: Actor, now: Date): Scribe {
  const then: Context = { ...context, now: () => now, newId: () => newId(now.getTime()) };
  const self = { actor, now, context: then };
  return {
    ...self,
    sheaf,
    audit: (...events) => sheaf.add(auditEvent, ...events.map((event) => auditRow(self, event))),
  };
}
