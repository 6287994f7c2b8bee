import type { System } from "../../assurance/support/system.ts";

export type Bench = {
  /** The service on servers of its own, commits reaching the disk; started when a part first asks for it. */
  system: () => Promise<System>;
  /** One figure: what was measured, and what design and comparison say about it. */
  figure: (what: string, value: string, target?: string) => void;
  say: (line: string) => void;
};

export type Part = { name: string; about: string; run: (bench: Bench) => Promise<void> };
