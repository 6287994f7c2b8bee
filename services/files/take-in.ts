import { cleanFileName } from "#domain/files/file-name";
import { attemptLimits } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import type { NewFile } from "./add-file.ts";
import { RefusedFile } from "./bad-file.ts";
import { examine } from "./examine.ts";

/**
 * What somebody outside sends, before anything is locked for it: examined, cleaned, named, and counted for their network.
 * @throws RefusedFile
 */
export async function takeIn(
  context: Context,
  { network, ...sent }: { name: string; bytes: Buffer; network: string },
): Promise<NewFile> {
  const { kind, bytes } = await examine(sent.bytes);
  const spend = { name: "file-network", of: network, ...attemptLimits["file-network"] } as const;
  if (await spendAttempts(context, [spend])) throw new RefusedFile("too-often");
  return { name: cleanFileName(sent.name, kind), kind, bytes };
}
