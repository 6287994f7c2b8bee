import { mutationsOf, type Mutation } from "../mutation.ts";

const matrix = "tests/routes/loops/matrix.test.ts";
const refusals = "tests/routes/loops/refusals.test.ts";
const rows = "tests/services/row-security.test.ts";
const permissions = "tests/domain/permissions.test.ts";
const arriving = "tests/services/restricted/arriving.test.ts";
const glass = "tests/services/restricted/break-glass.test.ts";
const reading = "tests/services/contacts/read-contact.test.ts";
const notTheirs = "what is not somebody's is to them as if it did not exist, and nothing of it changes";
const roleless = "gives somebody without a role nothing, and the room of the referrer to the hub alone";
const anHour =
  "is there for an hour, for one person, in one session, and everybody who answers for it is told";

export const ofRights: readonly Mutation[] = [
  ...mutationsOf({ guard: "rights", file: "app/http/guard.ts", test: refusals }, [
    [
      "the guard asks nobody's role",
      "!access.some((role) => actor.roles.includes(role))",
      "access.length === 0",
      "is refused every closed page and post, and every refusal is recorded",
    ],
    [
      "a refusal leaves no trace",
      `await recordDenial(context, actor, { route, why: "wrong-role" });`,
      "",
      "is refused every closed page and post, and every refusal is recorded",
    ],
  ]),
  // The pages have to be built for these two: a route that forgets its guard, and one that shows a list unasked.
  ...mutationsOf({ guard: "rights", file: "app/routes/account/lock.ts", test: refusals }, [
    [
      "a route has no guard",
      `await guard(args, "account.lock")`,
      `await guard(args, "landing")`,
      "is sent to sign-in from every closed page, and refused every post",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "services/contacts/contact-access.ts", test: matrix }, [
    [
      "a contact is read unasked",
      `const reading = may(actor, "read-contact", subject)`,
      "const reading = found.live || !found.live",
      notTheirs,
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "services/pathways/find-pathway.ts", test: matrix }, [
    [
      "work is read unasked",
      "may(actor, verbs[kind].see, subject) ||",
      "verbs[kind].see !== verbs[kind].work ||",
      notTheirs,
    ],
  ]),
  ...mutationsOf(
    {
      guard: "rights",
      file: "services/strategy/find-discussion.ts",
      test: "tests/services/strategy/discussion.test.ts",
    },
    [
      [
        "any verb on a discussion",
        "if (!mayOnAny(actor, verb, subjects)) throw new Forbidden(verb);",
        "",
        "partners do not set times, record or add actions; their own action they finish",
      ],
    ],
  ),
  ...mutationsOf({ guard: "rights", file: "services/contacts/view-referrer.ts", test: reading }, [
    [
      "anybody who reads opens the referrer's room",
      `if (!may(actor, "see-referrer", found.subject)) throw new Forbidden("see-referrer");`,
      "",
      "who sent it is opened with a reason by those who may, and each time is recorded",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "services/contacts/contact-head.ts", test: reading }, [
    [
      "reading leaves no trace",
      `    unit.audit({ kind: "contact.viewed", contactId: row.id, facts: { page, because: found.ground } }),\n`,
      "",
      "every page is read in the transaction that audits it, with who and which page",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "domain/permissions.ts", test: permissions }, [
    [
      "somebody whom it names",
      "if ((subject.barredStaffIds ?? []).includes(actor.id)) return false;",
      "",
      "what names somebody exists for them in no way, whatever they are and whoever cleared them",
    ],
    [
      "what is restricted",
      "subject.restricted === true &&",
      "subject.restricted === null &&",
      "a restricted subject exists for nobody but those who are cleared, whatever they are",
    ],
    [
      "whoever is not signed in",
      `if (actor.kind === "public") return false;`,
      `if (actor.kind === "public") return true;`,
      "somebody who is not signed in may do nothing, and the process itself is not asked",
    ],
    [
      "no team is every team",
      "actor.teamId !== null && subject.teamId === actor.teamId",
      "subject.teamId === actor.teamId",
      "somebody without a team has no team's work, even where a row has none either",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "db/migrations/0006_row_security.sql", test: rows }, [
    ["somebody without a role", "WHEN ''nothing'' THEN ''no''", "WHEN ''nothing'' THEN ''yes''", roleless],
    [
      "the referrer's room",
      "council := council || ' AND current_setting(''frontdoor.roles'', true) ~ '',(screener|manager|out_of_hours|on_call_manager),''';",
      "",
      roleless,
    ],
    [
      "a locked contact",
      "WHERE uncleared AND cleared_only_since IS NOT NULL AND id <> ALL (opened)",
      "WHERE false",
      "keeps everything of a locked contact from whoever is not cleared",
    ],
    [
      "the owner too",
      "EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', protected);",
      "",
      "is forced on every table that holds what is known about a family",
    ],
    [
      "somebody else's form",
      "CREATE POLICY read ON draft FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'\n    OR (current_setting('frontdoor.sees', true) = 'own' AND id::text = current_setting('frontdoor.own_draft', true)));",
      "CREATE POLICY read ON draft FOR SELECT USING (current_setting('frontdoor.sees', true) IN ('all', 'own'));",
      "lets whoever fills in a form see their own draft and no other, and no contact",
    ],
  ]),
  ...mutationsOf({ guard: "rights", file: "db/migrations/0037_agency_requests.sql", test: rows }, [
    [
      "an organisation to go around",
      "NOT EXISTS (SELECT FROM organisation_bypass WHERE contact_id = which AND organisation_id = theirs)",
      "true",
      "goes around an organisation, and bars one person whatever they are",
    ],
  ]),
  ...mutationsOf(
    { guard: "rights", file: "services/acting-as.ts", test: "tests/services/unit-of-work.test.ts" },
    [
      [
        "who acts outlives the transaction",
        "set_config('frontdoor.actor_kind', ${kind}, true), set_config('frontdoor.actor_id', '', true)",
        "set_config('frontdoor.actor_kind', ${kind}, false), set_config('frontdoor.actor_id', '', true)",
        "tells the database who acts, and only for this transaction",
      ],
    ],
  ),
  ...mutationsOf({ guard: "rights", file: "services/acting-as.ts", test: rows }, [
    [
      "whoever is barred is not told to the database",
      "${asList(barred)}::uuid[])",
      "'{}'::uuid[])",
      "goes around an organisation, and bars one person whatever they are",
    ],
  ]),
  ...mutationsOf({ guard: "restricted", file: "services/contacts/receive-contact.ts", test: arriving }, [
    [
      "nothing that arrives is compared",
      "...(await mayMatchRestricted(unit, submission, receivedAt)), ",
      "",
      "what arrives about them is cleared staff's from its first moment, on the same clock, without a hint",
    ],
  ]),
  ...mutationsOf({ guard: "restricted", file: "services/restricted/may-match.ts", test: arriving }, [
    [
      "adults are not looked for",
      `adultNames.map(adultKey).filter((name) => name !== "")`,
      "[] as string[]",
      "a brother or sister, the same house, or the member of staff by name is enough",
    ],
    [
      "brothers and sisters do not count",
      `return band !== "none" || sibling;`,
      `return band !== "none";`,
      "a brother or sister, the same house, or the member of staff by name is enough",
    ],
    [
      "what cannot be compared is everybody's",
      "row.received_at === null)\n    return true;",
      "row.received_at === null)\n    return false;",
      "what cannot be compared in time is taken in for cleared staff alone, with an alarm",
    ],
  ]),
  ...mutationsOf({ guard: "restricted", file: "services/restricted/lock-compared.ts", test: arriving }, [
    [
      "what is found out later is not locked",
      "if (earlierChildIds.length === 0) return false;",
      "if (earlierChildIds.length >= 0) return false;",
      "one that arrived before the restriction and is compared after it is locked then",
    ],
  ]),
  ...mutationsOf(
    {
      guard: "restricted",
      file: "services/contacts/receive-contact.ts",
      test: "tests/routes/restricted-timing.test.ts",
    },
    [
      [
        "only what is locked asks for a lock",
        "    lockArriving(unit, rows.contact.id, mayMatch),",
        "    mayMatch.length > 0 ? lockArriving(unit, rows.contact.id, mayMatch) : undefined,",
        "a form that is about them asks the database for the same, but for one more row of the audit trail",
      ],
    ],
  ),
  ...mutationsOf({ guard: "restricted", file: "services/restricted/lock-arriving.ts", test: arriving }, [
    [
      "whose family it is learns of it",
      "from unnest(${uuids(barred)}) as barred (staff_id)`",
      "from unnest(${uuids(barred)}) as barred (staff_id) where false`",
      "a brother or sister, the same house, or the member of staff by name is enough",
    ],
  ]),
  ...mutationsOf(
    { guard: "restricted", file: "db/migrations/0011_restrictions_in_force.sql", test: arriving },
    [
      [
        "sending does not wait for whoever restricts",
        "  PERFORM pg_advisory_xact_lock_shared(frontdoor_restrictions());\n  PERFORM set_config('frontdoor.sees', 'all', true);\n  RETURN QUERY",
        "  PERFORM set_config('frontdoor.sees', 'all', true);\n  RETURN QUERY",
        "what cannot be compared in time is taken in for cleared staff alone, with an alarm",
      ],
    ],
  ),
  ...mutationsOf(
    {
      guard: "restricted",
      file: "domain/permissions.ts",
      test: "tests/services/restricted/restricting.test.ts",
    },
    [
      [
        "one person lifts a restriction",
        `"lift-restriction": { roles: [...managers, "records_officer"], never: begunByThem }`,
        `"lift-restriction": { roles: [...managers, "records_officer"] }`,
        "lifting takes two people, and gives back what nothing else locks",
      ],
    ],
  ),
  ...mutationsOf({ guard: "restricted", file: "domain/permissions.ts", test: glass }, [
    [
      "whoever opened it reviews it",
      `"review-break-glass": { roles: ["records_officer"], never: begunByThem }`,
      `"review-break-glass": { roles: ["records_officer"] }`,
      "is reviewed by somebody else, once",
    ],
  ]),
  ...mutationsOf(
    {
      guard: "rights",
      file: "domain/permissions.ts",
      test: "tests/services/directory/directory.test.ts",
    },
    [
      [
        "whoever proposes an address confirms it",
        `"confirm-address": { roles: ["administrator"], never: begunByThem }`,
        `"confirm-address": { roles: ["administrator"] }`,
        "is never settled by the wrong one of the two, whoever proposes and whatever they try",
      ],
    ],
  ),
  ...mutationsOf(
    { guard: "rights", file: "domain/permissions.ts", test: "tests/services/records/erasing.test.ts" },
    [
      [
        "whoever asks to erase confirms it",
        `"confirm-records": { roles: ["records_officer"], never: begunByThem }`,
        `"confirm-records": { roles: ["records_officer"] }`,
        "takes two people, in time, and whoever asked is never the second",
      ],
    ],
  ),
  ...mutationsOf({ guard: "restricted", file: "services/accounts/find-session.ts", test: glass }, [
    ["an emergency never ends", " and ${brokenGlass.expiresAt} > ${now.toISOString()}", "", anHour],
    ["in every session", " and ${brokenGlass.sessionId} = ${session.id}", "", anHour],
  ]),
];
