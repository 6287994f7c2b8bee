/**
 * Begins each piece of work at its own moment, evenly spread, whatever became of the ones before, and waits for all.
 * @param work is told when it should have begun: what a busy machine begins late has waited since then
 */
export async function openLoop<T>(
  source: Iterable<T> | AsyncIterable<T>,
  everyMs: number,
  work: (one: T, i: number, due: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const running: Promise<void>[] = [];
  let i = 0;
  for await (const one of source) {
    const due = began + i * everyMs;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    running.push(work(one, i, due));
    i += 1;
  }
  await Promise.all(running);
}
