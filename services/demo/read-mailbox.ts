import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";

/** One email as the demonstration's mail server took it. scripts/demo-mailbox.ts writes these. */
const messageSchema = z.object({
  id: z.string(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  to: z.array(z.string()),
  messageId: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type DemoMessage = z.infer<typeof messageSchema>;

const shownAtMost = 50;

/**
 * What was emailed in a demonstration, newest first.
 * @throws NotFound outside a demonstration, where mail is never kept in files
 */
export async function readMailbox({ site }: Context): Promise<{ messages: DemoMessage[]; more: boolean }> {
  if (!site.demo) throw new NotFound("no mailbox");
  const folder = site.mailboxDir;
  // A demonstration may send through a mail server of somebody's own.
  if (folder === null) return { messages: [], more: false };
  const names = await readdir(folder).catch(() => []);
  // A name begins with its time.
  const newest = names
    .filter((name) => /^[\w-]+(?:\.\d+Z)?[\w-]*\.json$/.test(name))
    .sort()
    .reverse();
  const messages = await Promise.all(
    newest.slice(0, shownAtMost).map(async (name) => {
      const parsed = messageSchema.safeParse(JSON.parse(await readFile(join(folder, name), "utf8")));
      return parsed.success ? [parsed.data] : [];
    }),
  );
  return { messages: messages.flat(), more: newest.length > shownAtMost };
}
