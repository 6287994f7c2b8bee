import postgres from "postgres";
import { searchKeys } from "#domain/match-keys";
import { compare } from "#domain/matching";
import { describeChildren } from "#services/contacts/describe-children";
import { findCandidates } from "#services/contacts/find-candidates";
import { unitOfWork } from "#services/unit-of-work";
import type { System } from "../../assurance/support/system.ts";
import type { Bench } from "./bench.ts";
import { spread } from "./measure.ts";

const warmUp = 100;
const measured = 1_000;

/**
 * How fast one child is looked up among everybody whom the hub was told of: the statements and comparisons of an arriving
 * contact, one after another on one connection, without what is then written.
 */
export async function measureLookUps({ context, postgres: server }: System, { figure, say }: Bench) {
  const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const [people] = await owner<{ children: number; adults: number }[]>`
      select (select count(*)::int from contact_child) as children, (select count(*)::int from contact_adult) as adults`;
    const asked = await owner<{ id: string; contact_id: string }[]>`
      select id, contact_id from contact_child order by md5(id::text) limit ${warmUp + measured}`;
    const times: number[] = [];
    let found = 0;
    for (const { id, contact_id: contactId } of asked) {
      const began = performance.now();
      await unitOfWork(context, { kind: "system", process: "worker" }, async (unit) => {
        const child = (await describeChildren(unit, [id])).get(id);
        if (!child) return;
        const { ids } = await findCandidates(unit, child.subject, searchKeys(child.subject), contactId);
        const others = await describeChildren(unit, ids);
        found += [...others.values()].filter(
          (other) => compare(child.subject, other.subject).band !== "none",
        ).length;
      });
      times.push(performance.now() - began);
    }
    const { p95, words } = spread(times.slice(warmUp));
    const all = (people?.children ?? 0) + (people?.adults ?? 0);
    say(
      `look-ups among ${all} people (${people?.children} children): ${words}; ${(found / asked.length).toFixed(1)} found each`,
    );
    const seconds = times.slice(warmUp).reduce((sum, ms) => sum + ms, 0) / 1_000;
    figure("look-ups a second, one after another", (measured / seconds).toFixed(0));
    figure("p95 of a look-up", `${p95.toFixed(0)} ms`, "at most 50 ms");
  } finally {
    await owner.end();
  }
}
