import type { ScanState } from "#domain/files/scan";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";
import { openFile, piecesOf, type KnownFile } from "./file-store.ts";
import type { Scanner } from "./scanner.ts";

export const scanning = { kind: "system", process: "scanner" } as const;

const stateOf = { clean: "clean", found: "held", refused: "unreadable" } as const satisfies Record<
  string,
  ScanState
>;

/** @throws Error when it does not answer; NotFound when a piece of the file is gone */
export const askScanner = async (context: Context, scanner: Scanner, file: KnownFile): Promise<ScanState> =>
  stateOf[await scanner(piecesOf(context, scanning, file))];

/** A file as a scanner reads it; null when it was erased, or its form or its call went meanwhile. */
export async function openToScan(unit: Unit, row: KnownFile["row"]): Promise<KnownFile | null> {
  try {
    return openFile(await keyOfFile(unit, row), row);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function keyOfFile(unit: Unit, { contactId, callId, draftId }: KnownFile["row"]): Promise<Buffer> {
  if (contactId !== null) return readDataKey(unit, "contact", contactId);
  return callId === null ? readDataKey(unit, "draft", draftId ?? "") : readDataKey(unit, "call", callId);
}
