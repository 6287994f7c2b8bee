import type { MessageFacts, MessageKind } from "#domain/messages";
import { caseInformation } from "./case-information.ts";
import { contactReceived } from "./contact-received.ts";
import { decisionMade } from "./decision-made.ts";
import { familyWaiting } from "./family-waiting.ts";
import { layOut, type Email, type Sender, type Template } from "./layout.ts";
import { recommendationSentBack } from "./recommendation-sent-back.ts";
import { recommendationWaiting } from "./recommendation-waiting.ts";
import { redContact } from "./red-contact.ts";
import { referralWaiting } from "./referral-waiting.ts";
import { strategyCalled } from "./strategy-called.ts";
import { transferToConfirm } from "./transfer-to-confirm.ts";
import { workReturned } from "./work-returned.ts";

const templates: Record<MessageKind, Template> = {
  "contact-received": contactReceived,
  "decision-made": decisionMade,
  "red-contact": redContact,
  "recommendation-waiting": recommendationWaiting,
  "recommendation-sent-back": recommendationSentBack,
  "family-waiting": familyWaiting,
  "referral-waiting": referralWaiting,
  "strategy-called": strategyCalled,
  "case-information": caseInformation,
  "transfer-to-confirm": transferToConfirm,
  "work-returned": workReturned,
};

export function writeEmail(kind: MessageKind, facts: MessageFacts, sender: Sender): Email {
  return layOut(templates[kind](facts, sender), sender);
}
