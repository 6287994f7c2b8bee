import { headLine } from "#domain/audit-head";
import { dayAndTime } from "#domain/time-words";
import type { ProofTemplate } from "./layout.ts";

/**
 * To whoever checks the audit trail, once a day. An inbox is a place that nobody who can change the database can change
 * too: what stands in it is what the trail is held to.
 */
export const chainHead: ProofTemplate = ({ head }) => ({
  subject: "Today's mark of the audit trail",
  paragraphs: [
    `On ${dayAndTime(new Date(head.sealedAt))} the record of who did and saw what had ${head.position} entries, and this line marked its end:`,
    headLine(head),
    "Keep this email. If an entry up to there is changed, taken away or put in, a check of the record no longer fits this line, and whoever runs the service can be asked why.",
  ],
});
