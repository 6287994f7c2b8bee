// The map of everything that can be asked for. remix.config.js, href.ts, the guard and the tests read it; it imports
// nothing, so that emails can use it too. Rows keep to one shape:
//   name    what links and guards call it
//   path    its URL; mirrors the folder of the file wherever it can
//   file    under app/
//   access  "public", "demo" (only in demo mode), "key" (a machine with a partner's key), "session" (signed in, the
//           screen may be locked), "signed-in", or the roles that may come in
//   stepUp  "page" or "post": the page, or its posts, need a proof of who it is that is only minutes old
//   quiet   a page of theirs asks by itself: it does not count as somebody being there, so the screen still locks
//   audit   the event that a visit leaves behind, where reading is itself recorded

/** Whoever screens and decides. */
const hub = /** @type {const} */ (["screener", "manager", "out_of_hours", "on_call_manager"]);
/** Whoever writes down what somebody says on the phone. */
const callTakers = /** @type {const} */ ([...hub, "call_taker"]);
const records = /** @type {const} */ (["records_officer"]);
const administrator = /** @type {const} */ (["administrator"]);
/** Whoever works on what came of a contact, and the managers who answer for it. */
const advisers = /** @type {const} */ (["advice", "manager", "on_call_manager"]);
const socialWork = /** @type {const} */ (["social_work_manager", "social_worker", "service_manager", "manager", "on_call_manager"]);
/** Whoever may know of restricted people. */
const cleared = /** @type {const} */ (["manager", "on_call_manager", "records_officer"]);
/** Whoever may read a contact: the hub, those who check it, and those who work on what came of one of theirs. */
const readers = /** @type {const} */ ([...hub, "call_taker", "advice", "social_work_manager", "strategy_chair", "auditor"]);
/** Whoever may read what agencies said of it. */
const requestReaders = /** @type {const} */ ([...hub, "advice", "social_work_manager", "strategy_chair", "auditor"]);

export const routes = /** @type {const} */ ([
  { name: "landing", path: "/", file: "routes/landing.tsx", access: "public" },

  { name: "report.professional", path: "/report/professional", file: "routes/report/professional.tsx", access: "public" },
  { name: "report.public", path: "/report/public", file: "routes/report/public.tsx", access: "public" },
  { name: "report.exit", path: "/exit", file: "routes/report/exit.ts", access: "public" },
  { name: "report.exit-form", path: "/f/:draft/exit", file: "routes/report/exit-form.ts", access: "public" },
  { name: "report.go-on", path: "/f/:draft", file: "routes/report/go-on.ts", access: "public" },
  { name: "report.email", path: "/f/:draft/email", file: "routes/report/email.tsx", access: "public" },
  { name: "report.later", path: "/f/:draft/later", file: "routes/report/later.tsx", access: "public" },
  { name: "report.stop", path: "/f/:draft/stop", file: "routes/report/stop.tsx", access: "public" },
  { name: "report.files", path: "/f/:draft/files", file: "routes/report/files.tsx", access: "public" },
  { name: "report.check", path: "/f/:draft/check", file: "routes/report/check.tsx", access: "public" },
  { name: "report.send", path: "/f/:draft/send", file: "routes/report/send.tsx", access: "public" },
  { name: "report.sent", path: "/f/:draft/sent", file: "routes/report/sent.tsx", access: "public" },
  { name: "report.question", path: "/f/:draft/:page", file: "routes/report/question.tsx", access: "public" },
  { name: "report.item", path: "/f/:draft/:page/:item", file: "routes/report/item.tsx", access: "public" },

  { name: "track.home", path: "/track", file: "routes/track/home.tsx", access: "public" },
  { name: "track.code", path: "/track/code", file: "routes/track/code.tsx", access: "public" },
  { name: "track.sent", path: "/track/:reference", file: "routes/track/sent.tsx", access: "public" },
  { name: "track.files", path: "/track/:reference/files", file: "routes/track/files.tsx", access: "public" },
  { name: "track.copy", path: "/track/:reference/copy", file: "routes/track/copy.ts", access: "public" },
  { name: "track.leave", path: "/track/leave", file: "routes/track/leave.ts", access: "public" },

  { name: "help.family", path: "/help/family", file: "routes/help/family.tsx", access: "public" },
  { name: "help.young-person", path: "/help/young-person", file: "routes/help/young-person.tsx", access: "public" },
  { name: "help.add", path: "/help/add", file: "routes/help/add.tsx", access: "public" },
  { name: "help.added", path: "/help/added", file: "routes/help/added.tsx", access: "public" },
  { name: "help.equality", path: "/help/equality", file: "routes/help/equality.tsx", access: "public" },
  { name: "help.thanks", path: "/help/thanks", file: "routes/help/thanks.tsx", access: "public" },
  { name: "help.call-back", path: "/help/call-back", file: "routes/help/call-back.tsx", access: "public" },
  { name: "help.call-back-asked", path: "/help/call-back/:id", file: "routes/help/call-back-asked.tsx", access: "public" },
  { name: "help.talk", path: "/help/talk", file: "routes/help/talk.tsx", access: "public" },
  { name: "help.privacy", path: "/help/privacy", file: "routes/help/privacy.tsx", access: "public" },
  { name: "help.cookies", path: "/help/cookies", file: "routes/help/cookies.tsx", access: "public" },
  { name: "help.accessibility", path: "/help/accessibility", file: "routes/help/accessibility.tsx", access: "public" },

  { name: "account.sign-in", path: "/account/sign-in", file: "routes/account/sign-in.tsx", access: "public" },
  { name: "account.sign-out", path: "/account/sign-out", file: "routes/account/sign-out.ts", access: "session" },
  { name: "account.lock", path: "/account/lock", file: "routes/account/lock.ts", access: "signed-in" },
  { name: "account.unlock", path: "/account/unlock", file: "routes/account/unlock.tsx", access: "session" },
  { name: "account.prove", path: "/account/prove", file: "routes/account/prove.tsx", access: "signed-in" },
  { name: "account.prove-passkey", path: "/account/prove/passkey", file: "routes/account/prove-passkey.ts", access: "session" },
  { name: "account.prove-provider", path: "/account/prove/provider", file: "routes/account/prove-provider.ts", access: "session" },
  { name: "account.kept", path: "/account/kept/:id", file: "routes/account/kept.tsx", access: "signed-in" },
  { name: "account.sessions", path: "/account/sessions", file: "routes/account/sessions.tsx", access: "signed-in", stepUp: "post" },
  { name: "account.password", path: "/account/password", file: "routes/account/password.tsx", access: "signed-in", stepUp: "page" },

  // Signing in and setting up an account: nobody is signed in yet.
  { name: "account.provider", path: "/account/provider", file: "routes/account/provider.ts", access: "public" },
  { name: "account.provider-back", path: "/account/provider/back", file: "routes/account/provider-back.ts", access: "public" },
  { name: "account.passkey", path: "/account/passkey", file: "routes/account/passkey.ts", access: "public" },
  { name: "account.second-factor", path: "/account/second-factor", file: "routes/account/second-factor.tsx", access: "public" },
  { name: "account.join", path: "/account/join", file: "routes/account/join.tsx", access: "public" },
  { name: "account.join-code", path: "/account/join/code", file: "routes/account/join-code.tsx", access: "public" },
  { name: "account.join-password", path: "/account/join/password", file: "routes/account/join-password.tsx", access: "public" },
  { name: "account.join-factor", path: "/account/join/factor", file: "routes/account/join-factor.tsx", access: "public" },
  { name: "account.join-app", path: "/account/join/app", file: "routes/account/join-app.tsx", access: "public" },

  { name: "hub.my-work", path: "/hub", file: "routes/hub/my-work.tsx", access: hub, audit: "list.viewed" },
  { name: "hub.triage", path: "/hub/triage", file: "routes/hub/triage.tsx", access: hub, audit: "list.viewed" },
  { name: "hub.triage.arrived", path: "/hub/triage/arrived", file: "routes/hub/triage-arrived.ts", access: hub, quiet: true },
  { name: "hub.search", path: "/hub/search", file: "routes/hub/search.tsx", access: hub, audit: "list.viewed" },
  { name: "hub.shift", path: "/hub/shift", file: "routes/hub/shift.tsx", access: hub, audit: "list.viewed" },
  { name: "hub.calls", path: "/hub/calls", file: "routes/hub/calls.tsx", access: callTakers, audit: "list.viewed" },
  { name: "hub.call", path: "/hub/calls/:id", file: "routes/hub/call.tsx", access: callTakers, audit: "list.viewed" },
  { name: "hub.call.files", path: "/hub/calls/:id/files", file: "routes/hub/call-files.tsx", access: callTakers, audit: "list.viewed" },
  { name: "hub.call-back", path: "/hub/calls/back/:id", file: "routes/hub/call-back.tsx", access: callTakers, audit: "call-back.viewed" },
  { name: "hub.emergency", path: "/hub/emergency", file: "routes/hub/emergency.tsx", access: hub, stepUp: "page" },
  { name: "records.restricted", path: "/records", file: "routes/records/restricted.tsx", access: cleared, stepUp: "post", audit: "list.viewed" },
  { name: "records.opened", path: "/records/opened", file: "routes/records/opened.tsx", access: records, stepUp: "post", audit: "list.viewed" },
  { name: "records.looking", path: "/records/looking", file: "routes/records/looking.tsx", access: records, audit: "list.viewed" },
  { name: "records.asked", path: "/records/asked", file: "routes/records/asked.tsx", access: records, stepUp: "post", audit: "list.viewed" },
  { name: "records.holds", path: "/records/holds", file: "routes/records/holds.tsx", access: records, stepUp: "post", audit: "list.viewed" },
  { name: "records.retention", path: "/records/retention", file: "routes/records/retention.tsx", access: records, stepUp: "post", audit: "list.viewed" },
  { name: "records.access", path: "/records/access", file: "routes/records/access.tsx", access: records, stepUp: "post", audit: "list.viewed" },
  { name: "records.answer", path: "/records/access/:id", file: "routes/records/answer.tsx", access: records, stepUp: "page", audit: "access.prepared" },
  { name: "records.answer-file", path: "/records/access/:id/file", file: "routes/records/answer-file.tsx", access: records, stepUp: "page", audit: "access.given" },
  { name: "records.contact", path: "/records/contacts/:reference", file: "routes/records/contact.tsx", access: records, stepUp: "post", audit: "contact.viewed" },
  { name: "hub.unsent", path: "/hub/unsent", file: "routes/hub/unsent.ts", access: readers },
  { name: "hub.next", path: "/hub/next", file: "routes/hub/next.ts", access: hub },
  { name: "hub.contact", path: "/hub/contacts/:reference", file: "routes/hub/contact.tsx", access: readers, audit: "contact.viewed" },
  { name: "hub.contact.open", path: "/hub/contacts/:reference/open", file: "routes/hub/contact-open.tsx", access: hub },
  { name: "hub.contact.referral", path: "/hub/contacts/:reference/referral", file: "routes/hub/contact-referral.tsx", access: readers, audit: "contact.viewed" },
  { name: "hub.contact.file", path: "/hub/contacts/:reference/files/:id", file: "routes/hub/contact-file.ts", access: readers, audit: "file.opened" },
  { name: "hub.contact.matches", path: "/hub/contacts/:reference/matches", file: "routes/hub/contact-matches.tsx", access: readers, audit: "contact.viewed" },
  { name: "hub.contact.family", path: "/hub/contacts/:reference/family", file: "routes/hub/contact-family.tsx", access: readers, audit: "contact.viewed" },
  { name: "hub.contact.timeline", path: "/hub/contacts/:reference/timeline", file: "routes/hub/contact-timeline.tsx", access: readers, audit: "contact.viewed" },
  {
    name: "hub.contact.looked",
    path: "/hub/contacts/:reference/looked",
    file: "routes/hub/contact-looked.tsx",
    access: ["manager", "on_call_manager", "auditor", "records_officer"],
    audit: "list.viewed",
  },
  { name: "hub.contact.restrict", path: "/hub/contacts/:reference/restrict", file: "routes/hub/contact-restrict.tsx", access: cleared, stepUp: "post", audit: "contact.viewed" },
  { name: "hub.contact.named", path: "/hub/contacts/:reference/named", file: "routes/hub/contact-named.tsx", access: cleared, stepUp: "post", audit: "contact.viewed" },
  {
    name: "hub.contact.lado",
    path: "/hub/contacts/:reference/lado",
    file: "routes/hub/contact-lado.tsx",
    access: ["manager", "on_call_manager", "out_of_hours"],
    stepUp: "post",
    audit: "contact.viewed",
  },
  { name: "hub.contact.sender", path: "/hub/contacts/:reference/sender", file: "routes/hub/contact-sender.tsx", access: hub, audit: "contact.viewed" },
  { name: "hub.contact.requests", path: "/hub/contacts/:reference/requests", file: "routes/hub/contact-requests.tsx", access: requestReaders, audit: "contact.viewed" },
  { name: "hub.contact.notes", path: "/hub/contacts/:reference/notes", file: "routes/hub/contact-notes.tsx", access: readers, audit: "contact.viewed" },
  { name: "hub.contact.rate", path: "/hub/contacts/:reference/rate", file: "routes/hub/contact-rate.tsx", access: hub, audit: "contact.viewed" },
  { name: "hub.contact.take", path: "/hub/contacts/:reference/take", file: "routes/hub/contact-take.tsx", access: hub, audit: "contact.viewed" },
  { name: "hub.contact.take-over", path: "/hub/contacts/:reference/take-over", file: "routes/hub/contact-take-over.tsx", access: ["manager", "on_call_manager"], audit: "contact.viewed" },
  { name: "hub.contact.release", path: "/hub/contacts/:reference/release", file: "routes/hub/contact-release.ts", access: hub },
  { name: "hub.contact.referrer", path: "/hub/contacts/:reference/referrer", file: "routes/hub/contact-referrer.tsx", access: hub, audit: "contact.referrer-viewed" },
  { name: "hub.contact.address", path: "/hub/contacts/:reference/address", file: "routes/hub/contact-address.tsx", access: [...hub, "social_work_manager"], audit: "contact.address-viewed" },

  { name: "hub.contact.recommend", path: "/hub/contacts/:reference/recommend", file: "routes/hub/recommend.tsx", access: hub, audit: "contact.viewed" },
  { name: "hub.contact.decide", path: "/hub/contacts/:reference/decide", file: "routes/hub/decide.tsx", access: [...hub, "advice"], audit: "contact.viewed" },
  { name: "hub.contact.decided", path: "/hub/contacts/:reference/decided", file: "routes/hub/decided.tsx", access: [...hub, "auditor"], audit: "contact.viewed" },
  { name: "hub.countersign", path: "/hub/countersign", file: "routes/hub/countersign.tsx", access: ["manager"], audit: "list.viewed" },
  { name: "hub.requests", path: "/hub/requests", file: "routes/hub/requests.tsx", access: ["manager", "on_call_manager"], audit: "list.viewed" },
  { name: "hub.duty", path: "/hub/duty", file: "routes/hub/duty.tsx", access: ["manager", "on_call_manager", "out_of_hours", "administrator"], audit: "list.viewed" },
  {
    name: "hub.expected-call",
    path: "/hub/duty/calls/:id",
    file: "routes/hub/expected-call.tsx",
    access: ["manager", "on_call_manager", "out_of_hours"],
  },
  { name: "advice.board", path: "/advice", file: "routes/advice/board.tsx", access: advisers, audit: "list.viewed" },
  { name: "advice.pathway", path: "/advice/:id", file: "routes/advice/pathway.tsx", access: advisers, audit: "pathway.viewed" },
  { name: "social-work.board", path: "/social-work", file: "routes/social-work/board.tsx", access: socialWork, audit: "list.viewed" },
  { name: "social-work.pathway", path: "/social-work/:id", file: "routes/social-work/pathway.tsx", access: socialWork, audit: "pathway.viewed" },
  { name: "hub.handed-over", path: "/hub/handed-over", file: "routes/hub/handed-over.tsx", access: hub, audit: "list.viewed" },

  {
    name: "strategy.list",
    path: "/strategy",
    file: "routes/strategy/list.tsx",
    access: ["manager", "on_call_manager", "out_of_hours", "strategy_chair", "social_work_manager", "auditor"],
    audit: "list.viewed",
  },
  {
    name: "strategy.discussion",
    path: "/strategy/:id",
    file: "routes/strategy/discussion.tsx",
    access: ["manager", "on_call_manager", "out_of_hours", "strategy_chair", "social_work_manager", "auditor", "partner"],
    audit: "strategy.viewed",
  },
  { name: "lado.list", path: "/lado", file: "routes/lado/list.tsx", access: ["lado"], audit: "list.viewed" },
  { name: "lado.record", path: "/lado/:id", file: "routes/lado/record.tsx", access: ["lado"], stepUp: "post", audit: "lado.viewed" },
  { name: "police.home", path: "/police", file: "routes/police/home.tsx", access: ["partner"], audit: "list.viewed" },
  { name: "police.notice", path: "/police/notice", file: "routes/police/notice.tsx", access: ["partner"] },
  { name: "police.batch", path: "/police/:id", file: "routes/police/batch.tsx", access: ["partner"], audit: "police-batch.viewed" },
  { name: "police.columns", path: "/police/:id/columns", file: "routes/police/columns.tsx", access: ["partner"] },
  { name: "police.receipt", path: "/police/:id/receipt", file: "routes/police/receipt.ts", access: ["partner"], audit: "police-batch.viewed" },
  { name: "police.row", path: "/police/:id/rows/:row", file: "routes/police/row.tsx", access: ["partner"], audit: "police-batch.viewed" },
  { name: "partner.home", path: "/partner", file: "routes/partner/home.tsx", access: ["partner"], audit: "list.viewed" },
  { name: "partner.request", path: "/partner/requests/:id", file: "routes/partner/request.tsx", access: ["partner"], audit: "agency.viewed" },

  { name: "insight.equality", path: "/insight/equality", file: "routes/insight/equality.tsx", access: ["analyst", "administrator"] },

  { name: "insight.caf", path: "/insight/caf", file: "routes/insight/caf.tsx", access: ["advice", "manager", "analyst", "auditor"], audit: "list.viewed" },
  { name: "insight.outcomes", path: "/insight/outcomes", file: "routes/insight/outcomes.tsx", access: ["manager", "auditor", "analyst"], audit: "list.viewed" },
  { name: "insight.alerts", path: "/insight/alerts", file: "routes/insight/alerts.tsx", access: ["manager", "auditor", "analyst"], audit: "list.viewed" },
  { name: "insight.second-looks", path: "/insight/second-looks", file: "routes/insight/second-looks.tsx", access: ["auditor"], audit: "list.viewed" },
  { name: "insight.second-look", path: "/insight/second-looks/:id", file: "routes/insight/second-look.tsx", access: ["auditor"], audit: "contact.viewed" },

  { name: "admin.audit", path: "/admin/audit", file: "routes/admin/audit.tsx", access: ["auditor", "records_officer"], audit: "list.viewed" },
  { name: "admin.people", path: "/admin", file: "routes/admin/people.tsx", access: administrator, audit: "list.viewed" },
  { name: "admin.invite", path: "/admin/invite", file: "routes/admin/invite.tsx", access: administrator, stepUp: "post" },
  { name: "admin.settings", path: "/admin/settings", file: "routes/admin/settings.tsx", access: administrator },
  { name: "admin.setting", path: "/admin/settings/:group", file: "routes/admin/setting.tsx", access: administrator, stepUp: "post" },
  { name: "admin.setting-versions", path: "/admin/settings/:group/versions", file: "routes/admin/setting-versions.tsx", access: administrator, stepUp: "post" },
  { name: "admin.organisations", path: "/admin/organisations", file: "routes/admin/organisations.tsx", access: administrator, audit: "list.viewed" },
  { name: "admin.organisation-add", path: "/admin/organisations/add", file: "routes/admin/organisation-add.tsx", access: administrator, stepUp: "post" },
  { name: "admin.organisation", path: "/admin/organisations/:id", file: "routes/admin/organisation.tsx", access: administrator, stepUp: "post" },
  { name: "admin.organisation-keys", path: "/admin/organisations/:id/keys", file: "routes/admin/organisation-keys.tsx", access: administrator, stepUp: "post" },
  { name: "admin.organisation-webhook", path: "/admin/organisations/:id/webhook", file: "routes/admin/organisation-webhook.tsx", access: administrator, stepUp: "post" },
  { name: "admin.teams", path: "/admin/teams", file: "routes/admin/teams.tsx", access: administrator, audit: "list.viewed" },
  { name: "admin.team-add", path: "/admin/teams/add", file: "routes/admin/team-add.tsx", access: administrator, stepUp: "post" },
  { name: "admin.team", path: "/admin/teams/:id", file: "routes/admin/team.tsx", access: administrator, stepUp: "post" },
  { name: "admin.addresses", path: "/admin/addresses", file: "routes/admin/addresses.tsx", access: administrator, stepUp: "post", audit: "list.viewed" },
  { name: "admin.keys", path: "/admin/keys", file: "routes/admin/keys.tsx", access: administrator },
  { name: "admin.messages", path: "/admin/messages", file: "routes/admin/messages.tsx", access: administrator },
  { name: "admin.person", path: "/admin/people/:id", file: "routes/admin/person.tsx", access: administrator, stepUp: "post" },
  { name: "admin.recovery", path: "/admin/people/:id/recovery", file: "routes/admin/recovery.tsx", access: administrator, stepUp: "post" },

  { name: "api.contacts", path: "/api/contacts", file: "routes/api/contacts.ts", access: "key" },
  { name: "api.contact", path: "/api/contacts/:reference", file: "routes/api/contact.ts", access: "key" },
  { name: "api.open-cases", path: "/api/open-cases", file: "routes/api/open-cases.ts", access: "key" },
  { name: "api.assessments", path: "/api/assessments", file: "routes/api/assessments.ts", access: "key" },
  { name: "api.openapi", path: "/api/openapi.json", file: "routes/api/openapi.ts", access: "public" },
  { name: "api.docs", path: "/api/docs", file: "routes/api/docs.tsx", access: "public" },
  { name: "api.not-found", path: "/api/*", file: "routes/api/not-found.ts", access: "public" },

  { name: "demo.mailbox", path: "/demo/mailbox", file: "routes/demo/mailbox.tsx", access: "demo" },

  { name: "system.health-live", path: "/health/live", file: "routes/system/health-live.ts", access: "public" },
  { name: "system.health-ready", path: "/health/ready", file: "routes/system/health-ready.ts", access: "public" },
  { name: "system.metrics", path: "/metrics", file: "routes/system/metrics.ts", access: "public" },

  { name: "system.not-found", path: "/*", file: "routes/system/not-found.tsx", access: "public" },
]);
