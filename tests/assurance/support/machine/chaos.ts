import type { Context } from "#services/context";
import type { Random } from "#services/demo/random";

/** Stands for a process that died; nothing but the run itself catches it. */
export class Died extends Error {
  override name = "Died";
}

export type Chaos = {
  /** The same services in a process that may die: before its commit, or after it and before it can say so. */
  context: Context;
  /** How often it died before a commit, and after one. */
  deaths: { before: number; after: number };
};

/**
 * A transaction is the one thing that a process does to the database, so dying somewhere inside is dying before its
 * commit, and dying between two is dying after the first.
 */
export function mayDie(context: Context, random: Random, chance: number): Chaos {
  const deaths = { before: 0, after: 0 };
  const { orm } = context.database;
  const transaction: typeof orm.transaction = async (work, config) => {
    const dies = random.chance(chance) ? random.pick(["before", "after"] as const) : null;
    const result = await orm.transaction(async (tx) => {
      const done = await work(tx);
      if (dies !== "before") return done;
      deaths.before += 1;
      throw new Died("before its commit");
    }, config);
    if (dies !== "after") return result;
    deaths.after += 1;
    throw new Died("after its commit");
  };
  const mortal = new Proxy(orm, {
    get: (target, key) => (key === "transaction" ? transaction : Reflect.get(target, key)),
  });
  return { context: { ...context, database: { ...context.database, orm: mortal } }, deaths };
}
