import type { ContactMessage } from "#domain/messages";
import type { ClockKind } from "#domain/pathway";

/** The clock whose start and deadline a message tells; without one it tells when the contact was received. */
export const clockTold: Record<ContactMessage, ClockKind | null> = {
  "contact-received": "decision",
  "decision-made": null,
  "decision-unread": null,
  "question-asked": null,
  "question-answered": "decision",
  "agency-asked": null,
  "agency-chased": null,
  "agency-answered": "decision",
  "agency-asks-back": "decision",
  "agency-told": null,
  "challenge-raised": null,
  "challenge-answered": null,
  "red-contact": null,
  "recommendation-waiting": "decision",
  "recommendation-sent-back": "decision",
  "family-waiting": "first_contact",
  "referral-waiting": "accept",
  "strategy-called": "hold_discussion",
  "case-information": "acknowledge",
  "transfer-to-confirm": "receipt",
  "work-returned": null,
  "work-added-to": null,
  "contact-for-manager": "decision",
  "glass-broken": null,
  "glass-unreviewed": null,
  "contact-named": "decision",
  "lado-opened": null,
  "lado-untaken": null,
};
