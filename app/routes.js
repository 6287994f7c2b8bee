// The map of everything that can be asked for. remix.config.js, href.ts, the guard and the tests read it; it imports
// nothing, so that emails can use it too. Rows keep to one shape:
//   name    what links and guards call it
//   path    its URL; mirrors the folder of the file wherever it can
//   file    under app/
//   access  "public", "demo" (only in demo mode), "signed-in", or the roles that may come in
//   audit   the event that a visit leaves behind, where reading is itself recorded

export const routes = /** @type {const} */ ([
  { name: "landing", path: "/", file: "routes/landing.tsx", access: "public" },

  {
    name: "report.professional",
    path: "/report/professional",
    file: "routes/report/professional.tsx",
    access: "public",
  },
  { name: "report.stop", path: "/f/:draft/stop", file: "routes/report/stop.tsx", access: "public" },
  { name: "report.check", path: "/f/:draft/check", file: "routes/report/check.tsx", access: "public" },
  { name: "report.send", path: "/f/:draft/send", file: "routes/report/send.tsx", access: "public" },
  { name: "report.sent", path: "/f/:draft/sent", file: "routes/report/sent.tsx", access: "public" },
  { name: "report.question", path: "/f/:draft/:page", file: "routes/report/question.tsx", access: "public" },
  { name: "report.item", path: "/f/:draft/:page/:item", file: "routes/report/item.tsx", access: "public" },

  { name: "help.talk", path: "/help/talk", file: "routes/help/talk.tsx", access: "public" },
  { name: "help.privacy", path: "/help/privacy", file: "routes/help/privacy.tsx", access: "public" },
  { name: "help.cookies", path: "/help/cookies", file: "routes/help/cookies.tsx", access: "public" },
  {
    name: "help.accessibility",
    path: "/help/accessibility",
    file: "routes/help/accessibility.tsx",
    access: "public",
  },

  {
    name: "system.health-live",
    path: "/health/live",
    file: "routes/system/health-live.ts",
    access: "public",
  },
  {
    name: "system.health-ready",
    path: "/health/ready",
    file: "routes/system/health-ready.ts",
    access: "public",
  },
  { name: "system.metrics", path: "/metrics", file: "routes/system/metrics.ts", access: "public" },

  { name: "system.not-found", path: "/*", file: "routes/system/not-found.tsx", access: "public" },
]);
