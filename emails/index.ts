import type { Language } from "#domain/intake";
import type { AccountMessage, ContactMessage, ProofMessage, Said, SenderMessage } from "#domain/messages";
import { accountCode } from "./account-code.ts";
import { accountInvited } from "./account-invited.ts";
import { accountRecovery } from "./account-recovery.ts";
import { accountSetUp } from "./account-set-up.ts";
import { addressChanged } from "./address-changed.ts";
import { agencyAnswered, agencyAsked, agencyAsksBack, agencyChased, agencyTold } from "./agency.ts";
import { batchResult } from "./batch-result.ts";
import { caseInformation } from "./case-information.ts";
import { caseUnacknowledged } from "./case-unacknowledged.ts";
import { chainHead } from "./chain-head.ts";
import { childUnowned } from "./child-unowned.ts";
import { childAllocated } from "./child-allocated.ts";
import { contactForManager } from "./contact-for-manager.ts";
import { contactNamed } from "./contact-named.ts";
import { didHelpStart } from "./did-help-start.ts";
import { decisionDue, decisionLate } from "./decision-due.ts";
import { familyWaiting } from "./family-waiting.ts";
import {
  layOut,
  type AccountTemplate,
  type Email,
  type ProofTemplate,
  type Sender,
  type Template,
} from "./layout.ts";
import { ladoOpened, ladoUntaken } from "./lado.ts";
import { newDevice } from "./new-device.ts";
import { passwordChanged } from "./password-changed.ts";
import { glassBroken, glassUnreviewed } from "./glass-broken.ts";
import { recommendationSentBack } from "./recommendation-sent-back.ts";
import { recommendationWaiting } from "./recommendation-waiting.ts";
import { handOverUnaccepted } from "./hand-over-unaccepted.ts";
import { redContact } from "./red-contact.ts";
import { referralWaiting } from "./referral-waiting.ts";
import { challengeRaised, questionAnswered } from "./sender-news.ts";
import { toSender } from "./to-sender.ts";
import {
  strategyAction,
  strategyActionLate,
  strategyReady,
  strategyArranged,
  strategyCalled,
  strategyChased,
  strategyNotHeld,
} from "./strategy.ts";
import { transferToConfirm } from "./transfer-to-confirm.ts";
import { workAddedTo } from "./work-added-to.ts";
import { workLate } from "./work-late.ts";
import { workReturned } from "./work-returned.ts";

const aboutContacts: Record<ContactMessage, Template> = {
  "contact-received": toSender("received"),
  "decision-made": toSender("decided"),
  "decision-unread": toSender("unread"),
  "question-asked": toSender("asked"),
  "question-answered": questionAnswered,
  "agency-asked": agencyAsked,
  "agency-chased": agencyChased,
  "agency-answered": agencyAnswered,
  "agency-asks-back": agencyAsksBack,
  "agency-told": agencyTold,
  "challenge-raised": challengeRaised,
  "challenge-answered": toSender("answered"),
  "red-contact": redContact,
  "decision-due": decisionDue,
  "decision-late": decisionLate,
  "decision-delayed": toSender("delayed"),
  "hand-over-unaccepted": handOverUnaccepted,
  "recommendation-waiting": recommendationWaiting,
  "recommendation-sent-back": recommendationSentBack,
  "family-waiting": familyWaiting,
  "did-help-start": didHelpStart,
  "referral-waiting": referralWaiting,
  "child-allocated": childAllocated,
  "work-late": workLate,
  "case-unacknowledged": caseUnacknowledged,
  "strategy-called": strategyCalled,
  "strategy-arranged": strategyArranged,
  "strategy-chased": strategyChased,
  "strategy-not-held": strategyNotHeld,
  "strategy-ready": strategyReady,
  "strategy-action": strategyAction,
  "strategy-action-late": strategyActionLate,
  "case-information": caseInformation,
  "transfer-to-confirm": transferToConfirm,
  "work-returned": workReturned,
  "work-added-to": workAddedTo,
  "child-unowned": childUnowned,
  "contact-for-manager": contactForManager,
  "glass-broken": glassBroken,
  "glass-unreviewed": glassUnreviewed,
  "contact-named": contactNamed,
  "lado-opened": ladoOpened,
  "lado-untaken": ladoUntaken,
};

const aboutAccounts: Record<AccountMessage, AccountTemplate> = {
  "account-invited": accountInvited,
  "account-code": accountCode,
  "account-recovery": accountRecovery,
  "account-set-up": accountSetUp,
  "password-changed": passwordChanged,
  "new-device": newDevice,
  "address-changed": addressChanged,
};

const toSenders: Record<SenderMessage, AccountTemplate> = {
  "sender-code": toSender("code"),
  "draft-unfinished": toSender("unfinished"),
  "draft-offered": toSender("offered"),
};

const aboutProofs: Record<ProofMessage, ProofTemplate> = { "chain-head": chainHead };

export const writeEmail = (said: Said, sender: Sender): Email =>
  layOut(wordsOf(said, sender), sender, languageOf(said));

/** Whoever works here reads English. */
const languageOf = ({ facts }: Said): Language => ("language" in facts ? facts.language : undefined) ?? "en";

function wordsOf({ kind, facts }: Said, sender: Sender) {
  if ("batch" in facts) return batchResult(facts, sender);
  if ("head" in facts) return aboutProofs[kind as ProofMessage](facts, sender);
  if ("reference" in facts) return aboutContacts[kind as ContactMessage](facts, sender);
  return { ...aboutAccounts, ...toSenders }[kind as AccountMessage | SenderMessage](facts, sender);
}
