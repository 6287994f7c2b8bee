import { mutationsOf, type Mutation } from "../mutation.ts";

const words = "tests/services/passphrases.test.ts";
const additions = "tests/services/contacts/additions.test.ts";
const calls = "tests/services/expected-calls.test.ts";
const callBacks = "tests/services/call-backs.test.ts";
const family = "tests/domain/questions/family-submission.test.ts";

/** What comes after a form, and what a family that is not safe has to rely on. */
export const ofAfterwards: readonly Mutation[] = [
  ...mutationsOf({ guard: "secrets", file: "services/passphrases/add-with-passphrase.ts", test: words }, [
    [
      "any words add",
      "if (!fits || kept === null)",
      "if (kept === null)",
      "are the same for one browser until it leaves; only a slow hash of them is kept",
    ],
    [
      "words are guessed without end",
      "if (until) throw",
      "if (until && reference === null) throw",
      "can be guessed at ten times an hour for one reference, also for one that there is not",
    ],
  ]),
  ...mutationsOf({ guard: "restricted", file: "services/contacts/add-to-contact.ts", test: additions }, [
    [
      "what adds to a restricted contact is everybody's",
      "locks: await locksOf(unit, row.id)",
      "locks: (await locksOf(unit, row.id)).slice(0, 0)",
      "to a contact that few may know of is known to as few",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "services/calls/settle-call.ts", test: calls }, [
    [
      "whoever runs the machine settles calls",
      'if (!may(actor, "see-duty") || !may(actor, "see-triage"))',
      'if (!may(actor, "see-duty"))',
      "stays when the form is left, and is chased until somebody says what became of it",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "services/calls/make-call-back.ts", test: callBacks }, [
    [
      "who asked to be called is everybody's to read",
      'taken === "me" ? await openAsker(unit, row) : null',
      "await openAsker(unit, row)",
      "is taken by one, who alone learns whom to call, until they have let it lie",
    ],
  ]),
  ...mutationsOf({ guard: "mail", file: "domain/questions/family-submission.ts", test: family }, [
    [
      "somebody who is afraid is emailed",
      'seen === "no" && !mayBeScared(answers)',
      'seen === "no"',
      "says how they can be reached in safety, and what was not answered counts as a no",
    ],
  ]),
];
