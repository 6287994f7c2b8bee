import { z } from "zod";

/** One of a set of options; `required` is the key of the message for none, or for something that was not offered. */
export const oneOf = <const Options extends readonly [string, ...string[]]>(
  options: Options,
  required: string,
) => z.enum(options, required);

/** One of a set of options, or nothing; no page of ours sends anything else, and it counts as nothing. */
export const oneOrNone = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.preprocess((typed) => (typed === "" ? undefined : typed), z.enum(options).optional().catch(undefined));

/**
 * Any of a set of options, each once and in the order of the set. One tick comes from a form as plain text; what was
 * never offered is left out.
 */
export const anyOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.preprocess(
    (typed) => {
      const ticked: readonly unknown[] = Array.isArray(typed) ? typed : [typed];
      return options.filter((option) => ticked.includes(option));
    },
    z.array(z.enum(options)),
  );

/**
 * For checks over a whole page: they run although single fields were refused already, so that everything wrong with a
 * page is said at once. A refused field is missing or as typed then.
 */
export const together = { when: () => true };
