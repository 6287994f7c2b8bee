import postgres from "postgres";
import { submitContact } from "#services/contacts/submit-contact";
import type { System } from "../../assurance/support/system.ts";
import { readyDrafts, type ReadyDraft } from "../../support/ready-drafts.ts";
import { recorder, type Recording } from "../bare/recording.ts";
import { startBare } from "../bare/start.ts";
import type { Part } from "../support/bench.ts";
import { median, percent, throughput, type Post } from "../support/measure.ts";
import { countRows, difference } from "../support/rows-written.ts";

/** Compilers and caches of both are done by then; a service runs for days. */
const warmUps = 6;
const rounds = 5;
const perRound = 200;
const atOnce = 8;
const all = (warmUps + rounds) * perRound;

/** Final submit through the real web server, against a server that does nothing else than the same SQL and sealing. */
export const submitPart: Part = {
  name: "submit",
  about: `${rounds} interleaved rounds of ${perRound} forms, ${atOnce} at once`,
  run: async ({ system: start, figure, say }) => {
    const system = await start();
    // What a contact owes is another figure, and its worker would take a part of the machine from both.
    await system.worker.stop();
    const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
    const forms = await readyDrafts(system.context, "bench", all);
    const sameForms = await readyDrafts(system.context, "bench", all);
    const bare = await startBare("server.ts", [system.logins.app], await recordAll(system, sameForms));
    try {
      const product = (n: number) => send(system.origin, forms, n);
      const server = (n: number) => send(`http://127.0.0.1:${Number(bare.said)}`, sameForms, n);
      for (let n = 0; n < warmUps; n += 1) {
        await server(n);
        await product(n);
      }
      const [ourRates, bareRates]: [number[], number[]] = [[], []];
      for (let n = warmUps; n < warmUps + rounds; n += 1) {
        const before = await countRows(owner);
        bareRates.push(await server(n));
        const between = await countRows(owner);
        ourRates.push(await product(n));
        const unlike = difference(difference(between, before), difference(await countRows(owner), between));
        // The second of two contacts about one family brings no new names.
        unlike.delete("name");
        if (unlike.size > 0)
          throw new Error(`they wrote different rows: ${JSON.stringify(Object.fromEntries(unlike))}`);
      }
      const ratios = ourRates.map((rate, n) => rate / (bareRates[n] ?? rate));
      const perSecond = (rates: readonly number[]) =>
        `${median(rates).toFixed(0)} a second (${rates.map((rate) => rate.toFixed(0)).join(", ")})`;
      say(`ours ${perSecond(ourRates)}`);
      say(`bare node:http and postgres.js ${perSecond(bareRates)}`);
      figure(
        "final submit, ours to bare, median of rounds",
        percent(median(ratios)),
        `at least 60 %; N ${rounds * perRound} each`,
      );
    } finally {
      await Promise.all([bare.stop(), owner.end()]);
    }
  },
};

const addressOf = ({ draftId }: ReadyDraft) => `/f/${draftId}/check`;

/** What the page's action does for each form, undone again. */
async function recordAll(system: System, forms: readonly ReadyDraft[]): Promise<Map<string, Recording[]>> {
  const { record, close } = await recorder(system.context, system.logins.app);
  const recordings = new Map<string, Recording[]>();
  for (const form of forms) {
    const { draftId, secret, key: submissionKey } = form;
    const input = { draftId, secret, submissionKey, early: false };
    recordings.set(addressOf(form), [await record((context) => submitContact(context, input))]);
  }
  await close();
  return recordings;
}

function send(origin: string, forms: readonly ReadyDraft[], round: number): Promise<number> {
  const posts = forms.slice(round * perRound, (round + 1) * perRound).map((form): Post => {
    const headers = {
      cookie: `draft=${form.secret}`,
      origin,
      "content-type": "application/x-www-form-urlencoded",
    };
    return { path: addressOf(form), headers, body: `key=${form.key}` };
  });
  return throughput(origin, posts, { atOnce, leadsTo: "/sent" });
}
