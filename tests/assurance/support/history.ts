import { open, type FileHandle } from "node:fs/promises";

/** What happened to one attempt, as its client saw it: "info" may or may not have happened. */
export type Outcome = "ok" | "fail" | "info";

export type Entry = {
  /** Milliseconds since 1970, as everything on this machine has it. */
  at: number;
  what: "submit" | "decide" | "fault";
  /** The idempotency key, the decided contact, or what was killed. */
  key: string;
  step: "invoke" | Outcome;
  reference?: string;
  /** A status, an error code, or how something was struck. */
  because?: string;
};

/** Every step that a client took, on disk before its next step: what it was promised survives whatever is killed. */
export type History = {
  append: (entry: Omit<Entry, "at">) => Promise<void>;
  readonly entries: readonly Entry[];
  close: () => Promise<void>;
};

export async function openHistory(path: string): Promise<History> {
  const file: FileHandle = await open(path, "w");
  const entries: Entry[] = [];
  let waiting: string[] = [];
  let writing: Promise<void> | null = null;

  /** One fsync for everybody who waits; a disk does three hundred a second. */
  async function write(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const lines = waiting;
    waiting = [];
    writing = null;
    await file.appendFile(lines.join(""));
    await file.datasync();
  }

  let last: Promise<void> = Promise.resolve();
  return {
    entries,
    append: (step) => {
      const entry = { at: Date.now(), ...step };
      entries.push(entry);
      waiting.push(`${JSON.stringify(entry)}\n`);
      if (writing === null) {
        writing = last.then(write);
        last = writing;
      }
      return writing;
    },
    close: async () => {
      await last;
      await file.close();
    },
  };
}
