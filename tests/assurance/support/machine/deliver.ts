import type { Random } from "#services/demo/random";
import { jobs, type JobKind } from "#domain/jobs";
import type { Performed, QueuedJob } from "#services/outbox/owed-work";
import { problemCode, recordProblem } from "#services/outbox/record-problem";
import { handlers } from "#workers/handlers";
import { Died, type Chaos } from "./chaos.ts";
import type { Post } from "./post.ts";
import type { World } from "./world.ts";

type Owed = { id: string; kind: JobKind };

/**
 * Hands out what is owed, as a queue does: most of it once, some twice at the same time, some again after it was done, and
 * some to a worker that dies.
 * @returns how many deliveries there were
 */
export async function deliver(world: World, post: Post, random: Random, chaos: Chaos): Promise<number> {
  const owed = await world.owner<Owed[]>`
    select id, kind from outbox where done_at is null and available_at <= ${world.now().toISOString()} order by id`;
  const again = await world.owner<Owed[]>`
    select id, kind from outbox where done_at is not null order by done_at desc limit 20`;
  const twice = owed.filter(() => random.chance(0.2));
  const together = new Set(twice.map(({ id }) => id));
  const jobsToDo = [...owed, ...twice, ...again];
  await atOnce(6, jobsToDo, async ({ id, kind }) => {
    const handle = handlers[kind] as (context: World["context"], job: QueuedJob) => Promise<Performed>;
    const job: QueuedJob = { outboxId: id, kind, queue: jobs[kind].queue, recovered: false };
    try {
      // Whoever takes over from a worker that died sends what that one may have sent. Beside a living one it would be a second
      // letter by design, so a letter that two have at once meets nobody who dies.
      const mortal = kind !== "send-message" || !together.has(id);
      await handle(mortal ? chaos.context : world.context, job);
    } catch (error) {
      if (!(error instanceof Died)) return recordProblem(world.context, id, problemCode(error));
      // The mail server had it and nobody wrote that down: it is sent again, because a second notice does less harm.
      if (kind === "send-message" && post.taken.some((letter) => letter.id === id)) post.unsure.add(id);
      // The queue gives it to another worker, and says that one died over it.
      await handle(world.context, { ...job, recovered: true });
    }
  });
  return jobsToDo.length;
}

/** Does something to each, so many at a time. */
export async function atOnce<T>(
  many: number,
  list: readonly T[],
  act: (one: T) => Promise<unknown>,
): Promise<void> {
  const left = [...list];
  await Promise.all(
    Array.from({ length: many }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
    }),
  );
}
