/** What must not be lost without a test going red. */
export const guards = [
  "rights",
  "canary",
  "chain",
  "sessions",
  "open redirect",
  "cross-site posts",
  "body limits",
  "enumeration",
  "rate limits",
  "restricted",
  "no-store",
  "content security policy",
  "sign-in elsewhere",
  "secrets",
  "mail",
  "files",
  "languages",
] as const;
export type Guard = (typeof guards)[number];

/** One guard taken away, and the test that has to notice. */
export type Mutation = {
  guard: Guard;
  /** What is taken away, in words. */
  what: string;
  /** Where, from the root. */
  file: string;
  /** What stands there, exactly once, and what is put in its place; several where one alone would only be a crash. */
  edits: readonly (readonly [from: string, to: string])[];
  /** The file of tests that is run. */
  test: string;
  /** The name of the test, or of the group, that must fail. */
  fails: string;
};

/** Mutations of one file that one file of tests has to find. */
export const mutationsOf = (
  { guard, file, test }: Pick<Mutation, "guard" | "file" | "test">,
  list: readonly (readonly [
    what: string,
    from: string,
    to: string,
    fails: string,
    ...more: (readonly [string, string])[],
  ])[],
): Mutation[] =>
  list.map(([what, from, to, fails, ...more]) => ({
    ...{ guard, what, file, test, fails },
    edits: [[from, to], ...more],
  }));
