import type { Logger } from "pino";
import { codeOf } from "./backend.ts";

export type Timer = { stop: () => Promise<void> };

/**
 * Does something at once and then again `milliseconds` after it last ended, so that runs never overlap and a slow one
 * delays only itself. What safety hangs on runs here, and not in a queue.
 */
export function every(milliseconds: number, name: string, log: Logger, work: () => Promise<unknown>): Timer {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    try {
      await work();
    } catch (error) {
      log.warn({ timer: name, problem: codeOf(error) }, "a timer's work failed");
    }
    if (!stopped) timer = setTimeout(start, milliseconds);
  };
  const start = () => {
    running = run();
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
