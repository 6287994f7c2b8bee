import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { canonicalEvent } from "#db/chain";
import { headLine, type ChainProblem } from "#domain/audit-head";
import {
  chainRing,
  genesis,
  linkHash,
  published,
  signHead,
  type AuditKeys,
} from "#services/audit/chain-keys";
import { ChainBroken } from "#services/audit/seal-head";
import { verifyChain } from "#services/audit/verify-chain";
import { plantEvent } from "../../support/chain.ts";
import { alteredColumns, tamperKit, type TamperKit } from "../../support/tampering.ts";

let chain: TamperKit;
before(async () => {
  chain = await tamperKit();
});
after(() => chain.close());
beforeEach(() => chain.restore());

const verify = (headsFiles = [chain.headsFile], auditKeys = chain.auditKeys) =>
  verifyChain({ url: chain.kit.database.verify, auditKeys, headsFiles });

async function found(): Promise<ChainProblem[]> {
  return [...(await verify()).counts.keys()].sort();
}

describe("a chain that nobody touched", () => {
  test("is said to be whole, with how much was read and which heads it was compared with", async () => {
    const { links, published, newest, findings } = await verify();
    assert.deepEqual(findings, []);
    assert.deepEqual([links, published, newest?.position], [121, 3, 121]);
  });

  test("may have events that wait for the sequencer, and heads that were published after they were read", async () => {
    await plantEvent(chain.owner);
    await chain.sequencer.link();
    await plantEvent(chain.owner);
    assert.deepEqual(await found(), []);
  });
});

const guessed: AuditKeys = { current: 1, keys: new Map([[1, Buffer.alloc(32, "a guess")]]) };

const eventAt = (position: number) =>
  chain.superuser`(select event_id from audit_link where position = ${position})`;

type Tampering = { what: string; as: "owner" | "superuser"; how: () => Promise<unknown>; is: ChainProblem[] };

const tamperings: Tampering[] = [
  {
    what: "an event altered",
    as: "owner",
    how: () => {
      const { owner } = chain;
      return chain.asOwner(
        owner`update audit_event set actor_id = gen_random_uuid()
          where id = (select event_id from audit_link where position = 3)`,
      );
    },
    is: ["altered"],
  },
  {
    what: "an event deleted",
    as: "owner",
    how: () => {
      const { owner } = chain;
      return chain.asOwner(
        owner`delete from audit_event where id = (select event_id from audit_link where position = 60)`,
      );
    },
    is: ["event-missing"],
  },
  {
    what: "an event deleted with its link",
    as: "superuser",
    how: async () => {
      await chain.superuser`delete from audit_event where id = ${eventAt(60)}`;
      await chain.superuser`delete from audit_link where position = 60`;
    },
    is: ["link-missing"],
  },
  {
    what: "an event deleted with its link, and the gap closed",
    as: "superuser",
    how: async () => {
      await chain.superuser`delete from audit_event where id = ${eventAt(60)}`;
      await chain.superuser`delete from audit_link where position = 60`;
      for (let position = 61; position <= 121; position += 1)
        await chain.superuser`update audit_link set position = ${position - 1} where position = ${position}`;
    },
    is: ["altered", "cut-off", "head-differs", "not-signed"],
  },
  {
    what: "two links in each other's place",
    as: "superuser",
    how: async () => {
      await chain.superuser`update audit_link set position = -1 where position = 20`;
      await chain.superuser`update audit_link set position = 20 where position = 21`;
      await chain.superuser`update audit_link set position = 21 where position = -1`;
    },
    is: ["altered", "not-signed"],
  },
  {
    what: "two events in each other's place",
    as: "superuser",
    how: async () => {
      const [a, b] = await chain.superuser<{ event_id: string }[]>`
        select event_id from audit_link where position in (20, 21) order by position`;
      const spare = "00000000-0000-0000-0000-00000000000f";
      await chain.superuser`update audit_link set event_id = ${spare} where position = 20`;
      await chain.superuser`update audit_link set event_id = ${a?.event_id ?? ""} where position = 21`;
      await chain.superuser`update audit_link set event_id = ${b?.event_id ?? ""} where position = 20`;
    },
    is: ["altered", "not-signed"],
  },
  {
    what: "a link's moment altered by a microsecond",
    as: "superuser",
    how: () =>
      chain.superuser`update audit_link set linked_at = linked_at + interval '1 microsecond' where position = 9`,
    is: ["not-signed"],
  },
  {
    what: "an event slipped in after the last",
    as: "superuser",
    how: async () => {
      const id = await plantEvent(chain.superuser);
      const [row] = await chain.superuser<{ content: string; hash: Buffer }[]>`
        select ${canonicalEvent(chain.superuser)} as content, (select hash from audit_link where position = 121) as hash
        from audit_event event where id = ${id}`;
      const hash = linkHash(row?.hash ?? genesis, row?.content ?? "");
      await chain.superuser`insert into audit_link (position, event_id, hash, mac, linked_at)
        values (122, ${id}, ${hash}, ${createHash("sha256").update(hash).digest()}, now())`;
    },
    is: ["not-signed"],
  },
  {
    what: "an event slipped in before the first",
    as: "superuser",
    how: async () => {
      const id = await plantEvent(chain.superuser);
      await chain.superuser`insert into audit_link (position, event_id, hash, mac, linked_at)
        select 0, ${id}, hash, mac, linked_at from audit_link where position = 1`;
    },
    is: ["link-out-of-place", "not-signed", "altered"],
  },
  {
    what: "the beginning cut off",
    as: "superuser",
    how: async () => {
      await chain.superuser`delete from audit_event where id in (select event_id from audit_link where position <= 30)`;
      await chain.superuser`delete from audit_link where position <= 30`;
    },
    is: ["link-missing"],
  },
  {
    what: "the end cut off",
    as: "owner",
    how: () => {
      const { owner } = chain;
      return chain.asOwner(
        owner`delete from audit_event where id in (select event_id from audit_link where position > 100)`,
        owner`delete from audit_link where position > 100`,
      );
    },
    is: ["cut-off"],
  },
  {
    what: "the end cut off with its seals",
    as: "superuser",
    how: async () => {
      await chain.superuser`delete from audit_event where id in (select event_id from audit_link where position > 100)`;
      await chain.superuser`delete from audit_link where position > 100`;
      await chain.superuser`delete from audit_seal where position > 100`;
    },
    is: ["cut-off", "head-missing"],
  },
  {
    what: "links taken away and their events left",
    as: "superuser",
    how: async () => {
      await chain.superuser`update audit_event set recorded_at = recorded_at - interval '1 hour'`;
      await chain.rewrite(chain.auditKeys);
      await chain.superuser`delete from audit_link where position > 100`;
    },
    is: ["cut-off", "event-never-linked", "head-differs"],
  },
  {
    what: "everything emptied",
    as: "superuser",
    how: () => chain.superuser`truncate audit_event, audit_link, audit_seal cascade`,
    is: ["cut-off", "head-missing"],
  },
  {
    what: "written anew from the beginning without the key",
    as: "superuser",
    how: async () => {
      await chain.superuser`update audit_event set contact_id = gen_random_uuid() where id = ${eventAt(2)}`;
      await chain.rewrite(guessed);
    },
    is: ["head-differs", "not-signed"],
  },
  {
    what: "written anew from the beginning with the key, seals and all",
    as: "superuser",
    how: async () => {
      await chain.superuser`update audit_event set contact_id = gen_random_uuid() where id = ${eventAt(2)}`;
      await chain.rewrite(chain.auditKeys);
      await chain.resign(chain.auditKeys);
    },
    is: ["head-differs"],
  },
  {
    what: "a seal altered",
    as: "superuser",
    how: () =>
      chain.superuser`update audit_seal set sealed_at = sealed_at + interval '1 second' where position = 121`,
    is: ["head-missing", "head-not-signed"],
  },
  {
    what: "an event that never came into the chain",
    as: "owner",
    how: () => plantEvent(chain.owner, { minutesAgo: 5 }),
    is: ["event-never-linked"],
  },
  {
    what: "a published head taken out of the file",
    as: "owner",
    how: async () => writeFileSync(chain.headsFile, chain.honestHeads.split("\n").slice(1).join("\n")),
    is: ["head-missing"],
  },
  {
    what: "a head that somebody made up in the file",
    as: "owner",
    how: async () => {
      const made = signHead(chainRing(guessed), { position: 122, hash: genesis }, new Date());
      appendFileSync(chain.headsFile, `${headLine(published(made))}\n{"position": 1}\n`);
    },
    is: ["head-not-signed", "heads-unreadable"],
  },
  {
    what: "the file of published heads taken away",
    as: "owner",
    how: async () => rmSync(chain.headsFile),
    is: ["heads-unreadable"],
  },
];

describe("every tampering is found", () => {
  test("every column of an event altered, by the superuser", async () => {
    const { superuser } = chain;
    for (const [column, value] of alteredColumns(superuser)) {
      await superuser`update audit_event set ${superuser(column)} = ${value} where id = ${eventAt(50)}`;
      assert.deepEqual(await found(), ["altered"], column);
      await chain.restore();
    }
    const named = alteredColumns(superuser).map(([column]) => column);
    const { columns: all } = await superuser`select * from audit_event limit 0`;
    assert.deepEqual(
      ["id", ...named],
      all.map(({ name }) => name),
      "a column that nobody altered",
    );
  });

  for (const { what, as, how, is } of tamperings)
    test(`${what}, by the ${as}`, async () => {
      await how();
      assert.deepEqual(await found(), [...is].sort());
    });
});

describe("publishing", () => {
  test("publishes nothing over a chain that is not the one whose head was published", async () => {
    await chain.superuser`update audit_event set contact_id = gen_random_uuid() where id = ${eventAt(2)}`;
    await chain.rewrite(chain.auditKeys);
    await plantEvent(chain.owner);
    assert.equal(await chain.sequencer.link(), 1, "linking goes on");
    await assert.rejects(chain.sequencer.seal(), ChainBroken);
    assert.equal(readFileSync(chain.headsFile, "utf8"), chain.honestHeads);
  });

  test("adds what another worker sealed, and nothing twice", async () => {
    writeFileSync(chain.headsFile, chain.honestHeads.split("\n").slice(0, 1).join("\n") + "\n");
    await chain.sequencer.seal();
    assert.equal(readFileSync(chain.headsFile, "utf8"), chain.honestHeads);
    await chain.sequencer.seal();
    assert.equal(readFileSync(chain.headsFile, "utf8"), chain.honestHeads);
  });
});
