import { and, asc, inArray } from "drizzle-orm";
import { pathwayEntry } from "#db/schema/pathways";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { LoadedRow } from "./load-rows.ts";
import { entryPlace } from "./write-entry.ts";

/** Who leads the help of each of these, as far as it was written down: who said yes goes before who was proposed. */
export async function loadLeads(
  { tx }: Unit,
  rows: readonly LoadedRow[],
  keys: ReadonlyMap<string, Buffer>,
): Promise<Map<string, string>> {
  const helped = rows.filter(({ caf }) => caf !== null).map(({ work }) => work);
  if (helped.length === 0) return new Map();
  const entries = await tx
    .select()
    .from(pathwayEntry)
    .where(
      and(
        inArray(
          pathwayEntry.pathwayId,
          helped.map(({ id }) => id),
        ),
        inArray(pathwayEntry.kind, ["agreement", "lead"]),
      ),
    )
    .orderBy(asc(pathwayEntry.at), asc(pathwayEntry.id));
  const leads = new Map<string, string>();
  for (const entry of entries) {
    const key = keys.get(helped.find(({ id }) => id === entry.pathwayId)?.contactId ?? "");
    if (key === undefined) continue;
    const said = open<Record<string, string>>(key, entryPlace(entry.id), entry.content);
    const words = entry.kind === "agreement" ? proposed(said) : answered(said);
    if (words !== null) leads.set(entry.pathwayId, words);
  }
  return leads;
}

const proposed = ({ lead = "" }: Record<string, string>) => (lead === "" ? null : `${lead}, proposed`);

const answered = ({ name = "", answer }: Record<string, string>) =>
  answer === "accepted" ? `${name}, said yes` : `${name} said no`;
