import type { AuditKind } from "./audit.ts";
import { groundWords, keptWords } from "./erasure.ts";
import {
  eventWords,
  type LocalWords,
  type Saying,
  type StoredEvent,
  type UntoldKind,
} from "./event-words.ts";
import { alertFacts } from "./alerts.ts";
import { listInWords } from "./look-words.ts";
import { roleWords } from "./role-words.ts";
import { groupFacts } from "./setting-groups.ts";
import type { AttemptName } from "./sign-in.ts";
import { proposalRules, type ProposalKind } from "./two-people.ts";

const signInWords = {
  password: "a password",
  "app-code": "a code from an app",
  passkey: "a passkey",
  provider: "the council's own sign-in",
  "emailed-code": "an emailed code",
};

const attemptWords: Record<AttemptName, string> = {
  "sign-in-account": "signing in to one account",
  "sign-in-device": "signing in from one browser",
  "sign-in-network": "signing in from one network",
  "second-factor": "codes of an app",
  "prove-again": "showing again who they are",
  "change-password": "changing a password",
  "code-page": "codes from an email",
  "provider-refusals": "coming from the council's own sign-in without being let in",
  "passphrase-reference": "words for one reference",
  "passphrase-network": "words from one network",
  "equality-network": "answers about themselves from one network",
  "call-back-network": "asking to be called, from one network",
  "file-network": "files that come with forms, from one network",
  "code-account": "asking for codes for one address",
  "code-network": "asking for codes from one network",
  "claim-network": "references that senders from one network put on their lists",
  "sender-address": "asking for codes to send with, for one address",
  "sender-network": "asking for codes to send with, from one network",
  "api-contacts:send": "a partner's system that sends contacts",
  "api-contacts:status": "a partner's system that asks about contacts",
  "api-assessments:record": "the council's system that says what assessments found",
  "api-open-cases:replace": "the council's system that replaces the list of open cases",
};

const endingWords = {
  "signed-out": "Signed out",
  expired: "A session ended by its age",
  replaced: "A session was replaced by a newer one",
  "ended-elsewhere": "Ended a session of their own from another place",
  "ended-by-administrator": "An administrator ended a session",
};

const lockedWords = {
  "is-restricted": "Locked a contact: it is about a restricted person",
  "may-match": "Locked a contact: it may be about a restricted person",
  "not-compared": "Locked a contact: it could not be compared with restricted people",
};

const actWords = { added: "Added", changed: "Changed", ended: "Ended" };
const directoryWords = { organisation: "an organisation", team: "a team", person: "a person's place here" };
const settledWords = {
  confirmed: "Confirmed another address for notices",
  refused: "Refused another address for notices",
  withdrawn: "Took back another address for notices",
};
const endedWords = {
  confirmed: "Confirmed, as the second person",
  withdrawn: "Withdrew what was asked for",
  expired: "Nobody confirmed in time what was asked for",
};
const chosenWords = {
  "put-back": "Put back something that would not have been given to somebody about themselves",
  harm: "Left out something as harmful that would have been given to somebody about themselves",
  default: "Took back what was chosen about something that is given to somebody about themselves",
};
const proposed = (kind: ProposalKind) => {
  const { label } = proposalRules[kind];
  return label.charAt(0).toLowerCase() + label.slice(1);
};

const accountKinds = { invitation: "an invitation", recovery: "a recovery" };
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
const plain = (code: string) => code.replaceAll(/[_-]/g, " ");
const role = (facts: { role: keyof typeof roleWords }) => roleWords[facts.role].toLowerCase();

/** What a contact's own page does not tell, in words for whoever reads the audit trail. */
const words: { [K in UntoldKind]: Saying<K> } = {
  "agency.viewed": () => "Read what their agency was asked",
  "caf.starts-recorded": ({ month, count }) =>
    `Entered how many early help plans an agency began in ${month.slice(0, 7)}: ${count}`,
  "caf.mentor-offered": () => "Wrote down that an agency was offered a mentor’s help",
  "ownership.checked": ({ children, works, found }) =>
    `Looked whether everything has an owner: ${children} children and ${works} pieces of work, ${found} without`,
  "child.state-changed": ({ from, to }) => `Moved a child from “${plain(from)}” to “${plain(to)}”`,
  "pathway.viewed": () => "Read the work that came of a contact",
  "strategy.viewed": () => "Read the strategy discussion",
  "call.expected": () => "Told somebody with a form to call, because a child is or may be in danger",
  "list.viewed": ({ list, resultIds }) => `Saw a list: ${listInWords(list)}, ${resultIds.length} in it`,
  "referrer.addressed": () => "Took the sender's address for an email; nobody saw it",
  "contact.locked": ({ because }) => lockedWords[because],
  "contact.unlocked": () => "Gave a contact back to the hub: it is not about a restricted person",
  "contact.named": () => "Named somebody who may know of a restricted contact",
  "contact.name-ended": () => "Ended that somebody may know of a restricted contact",
  "person.restricted": ({ contacts }) => `Restricted a person; contacts that this locked: ${contacts}`,
  "person.lift-asked": () => "Asked for a restriction to be lifted",
  "person.lift-refused": () => "Took back that a restriction be lifted, or said no to it",
  "person.lifted": ({ contacts }) => `Lifted a restriction; contacts that are the hub's again: ${contacts}`,
  "glass.broken": () => "Opened a restricted contact in an emergency",
  "glass.reviewed": ({ finding }) =>
    finding === "needed"
      ? "Found that opening it in an emergency was needed"
      : "Found that opening it in an emergency was not needed",
  "glass.unreviewed": () => "Nobody had reviewed an opening in an emergency in time",
  "lado.opened": () => "Told the designated officer of a worry about somebody who works with children",
  "lado.viewed": () => "Read a record of the designated officer",
  "lado.acknowledged": () => "Took up a record of the designated officer",
  "lado.noted": () => "Wrote in a record of the designated officer",
  "lado.closed": () => "Closed a record of the designated officer",
  "lado.untaken": () => "Nobody had taken up a record of the designated officer in time",
  "alert.shown": ({ alert }) => `Was stopped by an alert: ${alertFacts[alert].says.toLowerCase()}`,
  "alert.passed": ({ alert }) => `Went on past an alert: ${alertFacts[alert].says.toLowerCase()}`,
  "second-look.made": () => "Looked at a decision again without seeing it",
  "session.started": () => "Signed in",
  "session.locked": () => "The screen was locked",
  "session.renewed": ({ why }) => (why === "unlock" ? "Unlocked the screen" : "Showed again who they are"),
  "session.ended": ({ how }) => endingWords[how],
  "form.kept": () => "Kept a form that was sent from a locked screen; nothing was done",
  "form.restored": () => "Showed a kept form again to whoever had typed it",
  "form.typed": () => "Began to type into a form, which is kept for them until it is sent",
  "sign-in.refused": ({ how }) => `Refused a sign-in with ${signInWords[how]}`,
  "attempts.limited": ({ of }) => `Somebody tried too often: ${attemptWords[of]}`,
  "account.invited": ({ kind }) => `Began ${accountKinds[kind]} for an account`,
  "account.invitation-withdrawn": () => "Withdrew an invitation to an account",
  "call.started": () => "Began a phone call",
  "call.ended": () => "Ended a phone call in which advice was given and no child was named",
  "call-back.asked": () => "Asked to be called and advised, without naming a child",
  "call-back.taken": () => "Took a call that was asked for, to make it",
  "call-back.viewed": () => "Read who asked to be called, to call them",
  "call-back.settled": ({ finding }) => `Said what came of a call that was asked for: ${plain(finding)}`,
  "sender.code-sent": () => "Sent a code to somebody who sends to us",
  "sender.proved": () => "Proved that they read the address that they gave",
  "draft.offered": () => "Asked a colleague to go on with a form",
  "draft.offer-ended": () => "Took back a form that a colleague was asked to go on with",
  "draft.handed-over": () => "Took over a form from a colleague",
  "account.code-sent": () => "Sent a code for an account",
  "account.password-set": () => "Set the password of an account",
  "account.password-changed": () => "Changed their own password",
  "account.factor-added": ({ factor }) =>
    factor === "app" ? "Added an app to an account" : "Added a passkey to an account",
  "account.factors-ended": () => "Ended the ways of signing in to an account",
  "account.set-up": ({ kind }) => `Set up an account after ${accountKinds[kind]}`,
  "account.linked": () => "Joined an account to the council's own sign-in",
  "account.details-changed": () => "Took a name or an email address from the council's own sign-in",
  "account.new-device": () => "Signed in from a browser that was not known",
  "account.proved-again": ({ how }) => `Showed again who they are, with ${signInWords[how]}`,
  "role.granted": (facts) => `Gave the role of ${role(facts)}`,
  "role.revoked": (facts) => `Took away the role of ${role(facts)}`,
  "directory.changed": ({ of, act }) => `${actWords[act]} ${directoryWords[of]}`,
  "address.proposed": ({ of }) => `Proposed another address for notices of ${directoryWords[of]}`,
  "address.settled": ({ outcome }) => settledWords[outcome],
  "police-batch.received": ({ rows }) => `Received a file of police notices; rows: ${rows}`,
  "police-batch.sent": ({ sent, repeated, left }) =>
    `Sent police notices: ${sent} taken, ${repeated} that had come before, ${left} left to mend`,
  "police-batch.viewed": () => "Read a file of police notices of their own force",
  "open-cases.replaced": ({ cases, opened, closed, refused }) =>
    `Took a list of ${cases} open cases: ${opened} opened, ${closed} closed, ${refused} not taken`,
  "api-key.made": ({ replacing }) =>
    replacing ? "Made a key that takes the place of a partner's" : "Made a key for a partner's system",
  "api-key.ended": () => "Ended the key of a partner's system",
  "webhook.made": () => "Set where a partner's system is told how its contacts come along",
  "webhook.ended": () => "Ended that a partner's system is told how its contacts come along",
  "webhook.replayed": () => "Had a partner's system told something once more",
  "keys.rewrapped": ({ version, keys }) =>
    `Wrapped ${keys} data keys with version ${version} of the sealing key`,
  "match-keys.kept-anew": ({ version, children }) =>
    `Kept anew what ${children} children are found by, with version ${version} of the lookup key`,
  "setting.changed": ({ group }) => `Changed settings: ${lower(groupFacts[group].title)}`,
  "proposal.made": ({ what }) => `Asked for something that needs a second person: ${proposed(what)}`,
  "proposal.ended": ({ what, how }) => `${endedWords[how]}: ${proposed(what)}`,
  "legal-hold.placed": ({ reviewOn }) => `Put a legal hold on it, to be looked at again on ${reviewOn}`,
  "legal-hold.lifted": () => "Lifted a legal hold",
  "contact.erased": ({ ground }) => `Erased a contact under ${groundWords[ground]}`,
  "person.erased": () => "Erased what was known of a person",
  "retention.kept": ({ because }) => `A retention run kept a contact. ${keptWords[because]}`,
  "retention.ran": ({ erased, kept }) => `A retention run ended: ${erased} erased, ${kept} kept`,
  "access.prepared": ({ leftOut }) =>
    `Read what would be given to somebody about themselves; left out: ${leftOut}`,
  "access.chosen": ({ choice }) => chosenWords[choice],
  "access.given": ({ leftOut, putBack }) =>
    `Took the file that is given to somebody about themselves; left out: ${leftOut}, put back: ${putBack}`,
  "access.denied": ({ route, why }) =>
    route === null ? `Was refused something: ${plain(why)}` : `Was refused a page (${route}): ${plain(why)}`,
};

/** What happened, for whoever reads the audit trail: every kind has words. */
export function auditWords(event: StoredEvent, local: LocalWords): string {
  const told = eventWords(event, local);
  if (told !== null) return told;
  const say = (words as Record<AuditKind, unknown>)[event.kind] as Saying<AuditKind> | undefined;
  // A newer release may have written kinds that this one does not know.
  return say === undefined ? event.kind : say(event.facts, local);
}
