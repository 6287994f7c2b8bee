import { parseArgs } from "node:util";
import { ConfigError, readVerifyConfig } from "#config";
import { verifyChain, type Verified } from "#services/audit/verify-chain";
import { problemWords } from "#domain/audit-head";

/*
 * npm run audit:verify [-- --heads FILE ...]
 *
 * Reads the whole audit chain with DATABASE_VERIFY_URL and AUDIT_KEY, compares it with the heads that were published,
 * and prints what is wrong. Ends with 0 when nothing is, 1 when something is, 2 when it could not look. It changes
 * nothing and needs nothing else of this service, so it can run on another machine, and should.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

function report({ links, seconds, published, newest, findings, counts }: Verified): void {
  const rate = Math.round(links / seconds);
  say(`${links} events in the chain, read in ${seconds.toFixed(1)} s: ${rate} a second`);
  say(
    newest === null
      ? "No published head to compare with: a chain that was cut at its end would look like this one"
      : `${published} published heads, the newest at ${newest.position}, sealed ${newest.sealedAt.toISOString()}`,
  );
  for (const { problem, position, detail } of findings)
    say(`✖ ${problemWords[problem]}${position === null ? "" : ` at ${position}`}: ${detail}`);
  if (counts.size === 0) say("Nothing is wrong");
  else {
    say("\nFound:");
    for (const [problem, count] of counts) say(`  ${count} × ${problemWords[problem]}`);
  }
}

try {
  const { values } = parseArgs({ options: { heads: { type: "string", multiple: true } } });
  const { verify: url, auditKeys, auditHeadsFile } = readVerifyConfig();
  const headsFiles = values.heads ?? [auditHeadsFile];
  let told = Date.now();
  const onProgress = (links: number) => {
    if (Date.now() - told < 5_000) return;
    told = Date.now();
    say(`${links} so far`);
  };
  const verified = await verifyChain({ url, auditKeys, headsFiles, onProgress });
  report(verified);
  process.exitCode = verified.counts.size === 0 ? 0 : 1;
} catch (error) {
  const said = error instanceof ConfigError ? error.message : String(error);
  process.stderr.write(`The chain could not be read. ${said}\n`);
  process.exitCode = 2;
}
