import type { JobKind } from "#domain/jobs";
import { deleteExpiredForms } from "#services/accounts/delete-expired-forms";
import { matchContact } from "#services/contacts/match-contact";
import type { Context } from "#services/context";
import { deleteExpiredDrafts } from "#services/drafts/delete-expired-drafts";
import { remindOfDrafts } from "#services/drafts/remind-of-drafts";
import { scanFile } from "#services/files/scan-file";
import { sendMessage } from "#services/mail/send-message";
import type { Performed, QueuedJob } from "#services/outbox/owed-work";
import { performOnce } from "#services/outbox/perform-once";
import { recordHeartbeat } from "#services/outbox/record-heartbeat";
import { deleteOldPoliceRows } from "#services/police/delete-old-rows";
import { deleteOldUnsent } from "#services/unsent/end-unsent";
import { routeDecision } from "#services/pathways/route-decision";
import { deliverWebhook } from "#services/webhooks/deliver-webhook";
import { oweDecided } from "#services/webhooks/owe-event";
import { remindOfNews } from "#services/senders/remind-of-news";
import { runRetention } from "#services/records/run-retention";

type Handlers = { [K in JobKind]: (context: Context, job: QueuedJob & { kind: K }) => Promise<Performed> };

/** What each kind of owed work calls. Rules are in the services; a line each is all there is here. */
export const handlers: Handlers = {
  "match-contact": (context, job) =>
    performOnce(context, job, (unit, owed) => matchContact(unit, owed.subjectId)),
  "route-decision": (context, job) =>
    performOnce(context, job, async (unit, owed) => {
      await routeDecision(unit, owed.subjectId);
      await oweDecided(unit, owed.subjectId);
    }),
  "scan-file": (context, job) => scanFile(context, job),
  "send-message": (context, job) => sendMessage(context, job),
  "deliver-webhook": (context, job) => deliverWebhook(context, job),
  "delete-expired-drafts": (context, job) =>
    performOnce(context, job, (unit) =>
      Promise.all([
        deleteExpiredDrafts(unit),
        deleteExpiredForms(unit),
        deleteOldPoliceRows(unit),
        deleteOldUnsent(unit),
      ]),
    ),
  "remind-senders": (context, job) =>
    performOnce(context, job, (unit) => Promise.all([remindOfDrafts(unit), remindOfNews(unit)])),
  "run-retention": (context, job) => runRetention(context, job),
  heartbeat: (context, job) => recordHeartbeat(context, job.queue),
};
