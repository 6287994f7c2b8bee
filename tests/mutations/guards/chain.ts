import { mutationsOf, type Mutation } from "../mutation.ts";

const tampering = "tests/services/audit/verify-chain.test.ts";
const rotation = "tests/services/audit/key-rotation.test.ts";
const unit = "tests/services/unit-of-work.test.ts";

export const ofTheChain: readonly Mutation[] = [
  ...mutationsOf({ guard: "chain", file: "services/audit/check-links.ts", test: tampering }, [
    [
      "a link before the one expected",
      `if (position < expected) findings.add("link-out-of-place", position, \`event \${eventId}\`);`,
      "",
      "an event slipped in before the first, by the superuser",
    ],
    [
      "a gap",
      "if (position > expected) {",
      "if (position < 0) {",
      "an event deleted with its link, by the superuser",
    ],
    [
      "the beginning gone",
      "if (position > expected) {",
      "if (position > expected && expected > 1) {",
      "the beginning cut off, by the superuser",
    ],
    [
      "an event that is gone",
      `findings.add("event-missing", position, \`event \${eventId}\`);`,
      "void 0;",
      "an event deleted, by the owner",
    ],
    [
      "an event that was altered",
      "else if (!linkHash(before, content).equals(hash))",
      "else if (hash.length === 0)",
      "an event altered, by the owner",
    ],
    [
      "who signed a link",
      "|| !timingSafeEqual(mac, right)",
      "",
      "written anew from the beginning without the key, by the superuser",
    ],
  ]),
  ...mutationsOf({ guard: "chain", file: "services/audit/sequencer.ts", test: rotation }, [
    [
      "a worker with an older key",
      "newerKey = used > ring.current ? used : null;",
      "newerKey = used < 0 ? used : null;",
      "a chain goes on under a newer key, and what the older one signed still verifies",
    ],
  ]),
  ...mutationsOf({ guard: "chain", file: "services/audit/chain-keys.ts", test: tampering }, [
    [
      "what stands before an event",
      `createHash("sha256").update(previous).update(content)`,
      `createHash("sha256").update(content)`,
      "an event deleted with its link, and the gap closed, by the superuser",
    ],
  ]),
  ...mutationsOf({ guard: "chain", file: "services/audit/verify-chain.ts", test: tampering }, [
    [
      "another chain than the one that was published",
      "if (!seal.hash.equals(hash))",
      "if (hash.length === 0)",
      "written anew from the beginning with the key, seals and all, by the superuser",
    ],
    [
      "an end that is gone",
      "if (position >= checker.position() && first)",
      "if (position < 0 && first)",
      "the end cut off, by the owner",
    ],
    [
      "who signed a head",
      `if (signed === "yes") known.set`,
      `if (signed !== "no-key") known.set`,
      "a head that somebody made up in the file, by the owner",
    ],
    [
      "a head that was taken out of the file",
      `findings.add("head-missing", position, "in no file of published heads");`,
      "void 0;",
      "a published head taken out of the file, by the owner",
    ],
    [
      "a head that was taken out of the database",
      `findings.add("head-missing", position, "in the database");`,
      "void 0;",
      "the end cut off with its seals, by the superuser",
    ],
    [
      "an event that no link names",
      "if (missed.count > 0)",
      "if (missed.count < 0)",
      "an event that never came into the chain, by the owner",
    ],
    [
      "a file that is gone",
      `findings.add("heads-unreadable", null, \`\${path} cannot be read\`);`,
      "void 0;",
      "the file of published heads taken away, by the owner",
    ],
  ]),
  ...mutationsOf(
    {
      guard: "chain",
      file: "services/audit/check-links.ts",
      test: "tests/services/audit/key-rotation.test.ts",
    },
    [
      [
        "a key that was put away",
        "if (keyVersion < newest) findings.add",
        "if (keyVersion < 0) findings.add",
        "a key that is missing, wrong or put away is told plainly",
      ],
    ],
  ),
  ...mutationsOf({ guard: "chain", file: "services/audit/heads-file.ts", test: tampering }, [
    [
      "a line that is no head",
      "else if (head === null) badLines.push(at + 1);",
      "",
      "a head that somebody made up in the file, by the owner",
    ],
  ]),
  ...mutationsOf({ guard: "chain", file: "services/audit/seal-head.ts", test: tampering }, [
    [
      "publishing over another chain",
      `if (hash?.toString("hex") !== told.hash)`,
      "if (hash?.length === 0)",
      "publishes nothing over a chain that is not the one whose head was published",
    ],
  ]),
  ...mutationsOf({ guard: "chain", file: "db/chain.ts", test: tampering }, [
    [
      "a column that is not hashed",
      "event.session_id, ",
      "",
      "every column of an event altered, by the superuser",
    ],
  ]),
  ...mutationsOf({ guard: "chain", file: "services/unit-of-work.ts", test: unit }, [
    [
      "what was looked at is shown before it is recorded",
      "      await Promise.all(events);\n      return result;",
      "      return result;",
      "fails with an event that cannot be written, though its caller went on, and says why",
    ],
  ]),
  ...mutationsOf({ guard: "chain", file: "db/migrations/0001_guards.sql", test: unit }, [
    [
      "the application changes what it likes",
      "GRANT SELECT, INSERT ON ALL TABLES",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES",
      "cannot move a deadline, or change what is owed",
    ],
    [
      "the owner rewrites by mistake",
      "EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_no_truncate', kept);",
      "",
      "even the owner cannot rewrite the audit by mistake",
    ],
  ]),
  ...mutationsOf({ guard: "canary", file: "services/audit/write-audit.ts", test: unit }, [
    [
      "an event holds what somebody typed",
      "auditFacts[event.kind].parse(event.facts)",
      "event.facts",
      "refuses an event that holds more than ids and codes",
    ],
  ]),
  ...mutationsOf(
    {
      guard: "canary",
      file: "services/sealing/seal.ts",
      test: "tests/services/intake/receive-contact.test.ts",
    },
    [
      [
        "nothing is sealed",
        "return encrypt(dataKey, place, Buffer.from(JSON.stringify(value))) as Sealed;",
        "return Buffer.from(JSON.stringify(value)) as Sealed;",
        "keeps nothing that was written readable, nor the sender with the child",
        [`JSON.parse(decrypt(dataKey, place, value).toString("utf8"))`, `JSON.parse(value.toString("utf8"))`],
      ],
    ],
  ),
  ...mutationsOf(
    { guard: "canary", file: "services/sealing/seal.ts", test: "tests/services/sealing/seal.test.ts" },
    [
      [
        "a value opens in another place",
        "const bind = (place: Place) => Buffer.from(`${place.table}\\0${place.row}\\0${place.column}`);",
        "const bind = (place: Place) => Buffer.from(`${place.table}\\0${place.column}`);",
        "does not open in another row",
      ],
    ],
  ),
  ...mutationsOf(
    {
      guard: "canary",
      file: "services/contacts/write-note.ts",
      test: "tests/services/contacts/read-contact.test.ts",
    },
    [
      [
        "one column is not sealed",
        `seal(key, { table: "note", row: id, column: "body" }, text)`,
        "Buffer.from(JSON.stringify(text)) as never",
        "a note stays as it was typed, sealed, and a call raises the version while a thought does not",
      ],
    ],
  ),
  ...mutationsOf(
    {
      guard: "canary",
      file: "services/contacts/receive-contact.ts",
      test: "tests/assurance/faults.test.ts",
    },
    [
      [
        "a log line has a name in it",
        "  await auditOrFlag(",
        `  context.log.info({ child: rows.children[0]?.lastName }, "a contact came");\n  await auditOrFlag(`,
        "what people wrote lies in the open only where the register of personal data says so",
      ],
    ],
  ),
];
