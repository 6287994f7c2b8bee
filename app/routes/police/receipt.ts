import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, handled } from "#app/http/guard";
import { csvLine } from "#domain/police/receipt";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { readBatch, type ShownRow } from "#services/police/read-batch";

const became: Record<ShownRow["state"], string> = {
  sent: "Sent",
  added: "Added to what came before",
  ready: "Not sent yet",
  again: "Not sent yet",
  wrong: "Not sent: to put right",
};

/** The receipt of a file, for the force's own records: references and times, nothing of what the notices say. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, actor, params } = await guard(args, "police.receipt");
  const { reference, rows } = await handled(() => readBatch(context, actor, params["id"] ?? ""));
  const lines = [...rows]
    .sort((a, b) => a.number - b.number)
    .map(({ number, forceReference, contactReference, state, decideBy }) => [
      ...[String(number), forceReference, contactReference === null ? "" : formatReference(contactReference)],
      ...[became[state], decideBy === null ? "" : dayAndTime(decideBy)],
    ]);
  const head = ["Row", "Your reference", "Our reference", "What became of it", "We decide by"];
  // The mark tells spreadsheets that it is UTF-8.
  return new Response(`\ufeff${[head, ...lines].map(csvLine).join("")}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="receipt-${reference}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
