import { hash, verify } from "@node-rs/argon2";
import { Unavailable } from "../errors.ts";

/** OWASP's first choice for argon2id, which is also what the library does when nothing is said: 12 ms on one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes 19 MiB and a core: two at a time leave room for those who send a contact. */
const atOnce = 2;
/** More than this many waiting are minutes of waiting: better an honest answer. */
const waitingAtMost = 100;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw new Unavailable("too many passwords are being checked");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place goes to the next one straight away, so that nobody who comes later can be quicker.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The same password typed on two keyboards can come in two forms of Unicode. */
const asTyped = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(asTyped(password), cost));

let nobodys: Promise<string> | undefined;

/**
 * Whether this is the password. Where there is none to compare with, one is compared all the same: how long an answer
 * takes must not tell whether somebody has an account.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hash("the password of nobody", cost);
  const compared = stored ?? (await nobodys);
  const same = await inTurn(() => verify(compared, asTyped(password)));
  return same && stored !== null;
}
