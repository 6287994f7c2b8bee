import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { BatchTemplate } from "./layout.ts";

/** To whoever sent a file of notices. Counts, and what to call it by: nothing of what its rows say. */
export const batchResult: BatchTemplate = ({ batch, since, received, toMend }) => ({
  subject: `${received} received, ${toMend} to put right – ${formatReference(batch)}`,
  paragraphs: [
    `We have ${received} of the rows of your file ${formatReference(batch)}, which reached us on ${dayAndTime(since)}. Our time to answer counts from then.`,
    toMend === 0
      ? "Every row was taken."
      : `${toMend} were not taken. Sign in to see why, put them right and send them: nobody works on them before that.`,
  ],
  open: { label: "Sign in to see it", path: href("account.sign-in") },
});
