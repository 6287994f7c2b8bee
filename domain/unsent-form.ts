/** Forms that are kept as they are typed: where words are long and somebody may lose their hold over them. */
export const unsentForms = ["recommend", "decide", "notes", "requests", "call"] as const;
export type UnsentForm = (typeof unsentForms)[number];

/** What was typed and never sent waits this long for whoever typed it: over a weekend and a bank holiday. */
export const unsentDays = 7;

/** More than any form of ours has; what is longer was not typed. */
export const unsentCharactersAtMost = 200_000;

/** As many as anybody can look through; older ones are still kept until their time is over. */
export const unsentShown = 5;

/** How long before the end of a hold whoever has it is told. */
export const holdWarningMinutes = 5;
