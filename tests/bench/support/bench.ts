import type { Backend, System } from "../../assurance/support/system.ts";

export type Bench = {
  /** A service on servers of its own, commits reaching the disk, that is stopped when the part ends. */
  system: (backend?: Backend) => Promise<System>;
  /** Somebody asked for this part: it may take as long as it takes. */
  byName: boolean;
  /** How many contacts a long history has. */
  contacts: number;
  /** How many events a long audit trail has. */
  events: number;
  /** One figure: what was measured, and what design and comparison say about it. */
  figure: (what: string, value: string, target?: string) => void;
  say: (line: string) => void;
};

export type Part = {
  name: string;
  about: string;
  /** Takes too long to be run with the others. */
  onlyByName?: true;
  run: (bench: Bench) => Promise<void>;
};
