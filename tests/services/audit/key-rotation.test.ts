import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { canonicalEvent } from "#db/chain";
import { chainKeys, genesis, linkHash, linkMac, type AuditKeys } from "#services/audit/chain-keys";
import { ChainBroken } from "#services/audit/seal-head";
import type { Sequencer } from "#services/audit/sequencer";
import { verifyChain } from "#services/audit/verify-chain";
import { chainKit, plantEvent, type ChainKit } from "../../support/chain.ts";

let chain: ChainKit;
before(async () => {
  chain = await chainKit();
});
after(() => chain.close());

const second = randomBytes(32);
const both = (): AuditKeys => ({ current: 2, keys: new Map([...chain.auditKeys.keys, [2, second]]) });

const add = async (sequencer: Sequencer, events = 5) => {
  for (let n = 0; n < events; n += 1) await plantEvent(chain.owner);
  const linked = await sequencer.link();
  await sequencer.seal();
  return linked;
};

const found = async (auditKeys: AuditKeys) => {
  const headsFiles = [chain.headsFile];
  const { counts } = await verifyChain({ url: chain.kit.database.verify, auditKeys, headsFiles });
  return [...counts.keys()].sort();
};

test("a chain goes on under a newer key, and what the older one signed still verifies", async () => {
  await add(chain.sequencer);
  assert.deepEqual(await found(chain.auditKeys), []);
  await chain.sequencer.close();
  const rotated = chain.anotherSequencer(both());
  assert.equal(await add(rotated), 5);
  assert.deepEqual(await found(both()), []);
  const versions = await chain.owner<{ key_version: number; links: number }[]>`
    select key_version, count(*)::int as links from audit_link group by 1 order by 1`;
  assert.deepEqual(
    versions.map(({ key_version, links }) => [key_version, links]),
    [
      [1, 5],
      [2, 5],
    ],
  );

  // A worker that was not started again yet leaves the chain to those that were, and says why.
  await plantEvent(chain.owner);
  const late = chain.anotherSequencer();
  await rotated.close();
  assert.equal(await late.link(), 0);
  await assert.rejects(late.seal(), (error) => error instanceof ChainBroken && /key 2/.test(error.message));
  const again = chain.anotherSequencer(both());
  assert.equal(await again.link(), 1, "it does not stand in the way");
  await again.close();
  assert.deepEqual(await found(both()), []);
});

test("a key that is missing, wrong or put away is told plainly", async () => {
  const only = (version: number, key: Buffer): AuditKeys => ({
    current: version,
    keys: new Map([[version, key]]),
  });
  assert.deepEqual(await found(only(2, second)), ["key-not-held"], "the older key is missing");
  assert.deepEqual(await found(chain.auditKeys), ["key-not-held"], "the newer key is missing");
  const wrong = { ...both(), keys: new Map([...both().keys, [1, randomBytes(32)]]) };
  assert.deepEqual(await found(wrong), ["head-not-signed", "not-signed"]);

  // Whoever stole the first key goes on with it, although it was put away.
  const [head] = await chain.owner<{ position: string; hash: Buffer }[]>`
    select position, hash from audit_link order by position desc limit 1`;
  const id = await plantEvent(chain.owner);
  const [event] = await chain.owner<{ content: string }[]>`
    select ${canonicalEvent(chain.owner)} as content from audit_event event where id = ${id}`;
  const position = Number(head?.position) + 1;
  const hash = linkHash(head?.hash ?? genesis, event?.content ?? "");
  const linkedAt = new Date();
  const stolen = chainKeys(chain.auditKeys.keys.get(1) ?? Buffer.alloc(0));
  const mac = linkMac(stolen, { position, eventId: id, hash, linkedAt });
  await chain.owner`
    insert into audit_link (position, event_id, hash, mac, key_version, linked_at)
    values (${position}, ${id}, ${hash}, ${mac}, 1, ${linkedAt})`;
  assert.deepEqual(await found(both()), ["older-key"]);
});
