import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { readColumns, saveColumns } from "#services/police/map-columns";
import { sendBatch } from "#services/police/send-batch";
import { aNotice, csvOf, uploaded } from "./police.ts";
import type { TestContext } from "./context.ts";

/** Files of notices of the force in a house that has one: one in part sent, with a row that is wrong, and one unnamed. */
export async function someBatches({ context }: TestContext, owner: postgres.Sql) {
  const [found] = await owner<{ id: string; name: string; organisation_id: string; team_id: string }[]>`
    select s.id, s.name, s.organisation_id, s.team_id from staff s join organisation o on o.id = s.organisation_id
    where o.kind = 'police' and s.active order by s.id limit 1`;
  if (!found) throw new Error("there is no police force here");
  const officer: StaffActor = {
    ...{ kind: "staff", id: found.id, name: found.name, roles: ["partner"], sessionId: context.newId() },
    ...{ organisationId: found.organisation_id, organisationKind: "police", teamId: found.team_id },
  };
  const rows = [1, 2, 3].map((n) =>
    aNotice({ "Force reference": `AP/26/0000${n}`, Grade: n === 2 ? "purple" : "Red" }),
  );
  const { id } = await uploaded(context, officer, csvOf(rows.map((row) => ({ ...row, "Beat code": "N4" }))));
  const { headings, suggested } = await readColumns(context, officer, id);
  const fields = headings.map((heading) => suggested[heading] ?? "");
  await saveColumns(context, officer, id, fields);
  await sendBatch(context, officer, id);
  const waiting = await uploaded(context, officer, csvOf(rows.map((row) => ({ ...row, Weather: "Rain" }))));
  const fresh = await uploaded(
    context,
    officer,
    csvOf([aNotice({ "Force reference": "AP/26/00009", "Beat code": "N4" })]),
  );
  const [wrong] = await owner<
    { id: string }[]
  >`select id from police_row where batch_id = ${id} and number = 3`;
  return {
    officerId: officer.id,
    batches: [id, fresh.id],
    unmapped: [waiting.id],
    rows: [{ id, row: wrong?.id ?? "" }],
  };
}
