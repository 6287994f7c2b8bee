import { mutationsOf, type Mutation } from "../mutation.ts";

const api = "tests/routes/api.test.ts";
const webhooks = "tests/services/webhooks/webhooks.test.ts";
const codes = "tests/services/senders/senders.test.ts";
const sent = "tests/services/senders/sent.test.ts";
const comingBack = "tests/routes/coming-back.test.ts";
const directory = "tests/services/directory/directory.test.ts";

const opensNothing = "that is missing, made up, ended or of an organisation that has ended opens nothing";
const signed = "is told that its contact was received and decided, signed, and nothing more";
const takenOnce = "is taken once, in the browser that asked, and gives it another secret";
const wornOut = "is worth nothing after five wrong ones, or ten minutes";
const onTheirList = "comes on their list by its reference, and on nobody else's";
const ownCopy = "holds what they wrote and nothing else, is theirs alone, and is no page";

/** Systems of partners, and senders without an account: what is given to whoever shows a key, a code or an address. */
export const ofTheOutside: readonly Mutation[] = [
  ...mutationsOf({ guard: "rights", file: "services/api/find-key.ts", test: api }, [
    ["any key opens", "eq(apiKey.secretHash, secretHash), ", "", opensNothing],
    [
      "an organisation that has ended still sends",
      "and(eq(apiKey.secretHash, secretHash), organisation.active)",
      "eq(apiKey.secretHash, secretHash)",
      opensNothing,
    ],
    [
      "a key that was ended still opens",
      "if (!row || (row.key.endsAt !== null && row.key.endsAt <= now)) return null;",
      "if (!row) return null;",
      "that is replaced is good for as long as was agreed, and one that is ended not a moment longer",
    ],
    [
      "a key does what it was not made for",
      `  if (!found.key.scopes.includes(scope)) return "not-allowed";\n`,
      "",
      "does what it was made for and nothing else",
    ],
    [
      "a system asks without end",
      "  if (until !== null) throw new TooManyAttempts(until);\n",
      "",
      "that is used too often is told to wait, and nobody else is",
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "services/api/key-secret.ts", test: api }, [
    [
      "a key stands in the database as it is",
      `createHash("sha256").update(secret).digest()`,
      `Buffer.from(secret)`,
      "stands in the database as a hash, and in the audit as an id",
    ],
  ]),
  ...mutationsOf({ guard: "enumeration", file: "services/api/read-status.ts", test: api }, [
    [
      "another organisation's contact is followed",
      "and(eq(contact.reference, reference), eq(partnerContact.organisationId, organisation.id))",
      "eq(contact.reference, reference)",
      "can be followed by the organisation that sent it, and by no other",
    ],
  ]),
  ...mutationsOf({ guard: "enumeration", file: "services/api/send-contact.ts", test: api }, [
    [
      "another organisation's words answer with its receipt",
      `derivedKey("idempotency", partner.organisation.id, sent.idempotencyKey)`,
      `derivedKey("idempotency", sent.idempotencyKey)`,
      "of one organisation is nothing to another",
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "services/webhooks/post-event.ts", test: webhooks }, [
    [
      "an old event is signed as a new one",
      ".update(`${eventId}.${timestamp}.${body}`)",
      ".update(`${eventId}.${body}`)",
      signed,
    ],
    ["anybody can sign an event", `createHmac("sha256", secret)`, `createHmac("sha256", eventId)`, signed],
    [
      "a name leads to a machine of ours",
      "(demo ? {} : { lookup: onlyPublic });",
      "(demo ? {} : { lookup });",
      "is not told anywhere that is ours or beside us",
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "services/webhooks/deliver-webhook.ts", test: webhooks }, [
    [
      "who has ended it is told on",
      "if (!found || found.to.endedAt !== null) {",
      "if (!found) {",
      "that has ended it is told nothing, and one that never asked never was",
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "services/senders/prove-sender.ts", test: codes }, [
    ["a code is tried out to the end", "        lt(senderSession.tries, codeTries),\n", "", wornOut],
    ["a code never grows old", "        gt(senderSession.expiresAt, now),\n", "", wornOut],
    [
      "any code proves an address",
      "if (!tried || !isCodeOf(context.keys, tried.id, code)) return null;",
      "if (!tried) return null;",
      takenOnce,
    ],
    [
      "the secret from before the proof is good after it",
      ".set({ secretHash, provenAt: now, expiresAt })",
      ".set({ provenAt: now, expiresAt })",
      takenOnce,
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "services/senders/sender-of.ts", test: codes }, [
    ["an address is proven by being typed", "        isNotNull(senderSession.provenAt),\n", "", takenOnce],
  ]),
  ...mutationsOf({ guard: "rate limits", file: "services/senders/ask-sender-code.ts", test: codes }, [
    [
      "one address is flooded with codes",
      `{ name: "sender-address", of: email.toLowerCase(),`,
      `{ name: "sender-address", of: network + email,`,
      "is not sent without end, neither to one address nor for one network",
    ],
  ]),
  ...mutationsOf({ guard: "enumeration", file: "services/senders/open-sent.ts", test: sent }, [
    ["a reference is enough to read", "eq(referrer.senderId, senderId), ", "", onTheirList],
  ]),
  ...mutationsOf({ guard: "enumeration", file: "services/senders/claim-sent.ts", test: sent }, [
    [
      "a reference is enough to put it on a list",
      " || email?.toLowerCase() !== known.email.toLowerCase()",
      "",
      onTheirList,
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "services/senders/what-became.ts", test: sent }, [
    [
      "what was decided is told to any address",
      "(await isKnown(unit, sent)) ?",
      "sent.email ?",
      "does not say what was decided to somebody whom we do not know, until they were rung back",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "services/senders/read-own-copy.ts", test: comingBack }, [
    [
      "what a call taker wrote down is given away as a copy",
      `    if (!isOwnCopy(row)) throw new NotFound("no copy of that");\n`,
      "",
      "is not to be had of what somebody else wrote down for them",
    ],
    [
      "a home that has to stay secret is in a file",
      "isAddressSecret(facts) ? withoutPlaces(pages) : pages",
      "pages",
      ownCopy,
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "services/directory/list-openly-named.ts", test: directory }, [
    [
      "the name of a refuge is offered to everybody",
      "and(organisation.active, inArray(organisation.kind, openlyNamedKinds))",
      "organisation.active",
      "are named to everybody only where everybody knows of them",
    ],
  ]),
];
