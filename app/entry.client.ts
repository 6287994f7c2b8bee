import { Button, CharacterCount, Checkboxes, createAll, ErrorSummary, SkipLink } from "govuk-frontend";

// govuk-frontend looks for this before it starts anything.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, SkipLink] as const) {
  createAll(component);
}

if (document.querySelector(".govuk-exit-this-page") !== null) {
  void import("./entry.exit.ts").then(({ start }) => start());
}

// Few pages ask for a password or a passkey, so the others do not carry what that needs.
if (document.querySelector("[data-passkey], .govuk-password-input") !== null) {
  void import("./entry.account.ts").then(({ start }) => start());
}

const news = document.querySelector<HTMLElement>("[data-arrived]");
if (news !== null) void import("./entry.triage.ts").then(({ start }) => start(news));

const call = document.querySelector<HTMLFormElement>("form[data-looks-up]");
const found = document.querySelector<HTMLElement>("[data-failed]");
if (call !== null && found !== null) void import("./entry.call.ts").then(({ start }) => start(call, found));

const hold = document.querySelector<HTMLElement>("[data-hold]");
const holding = hold === null ? null : import("./entry.hold.ts").then(({ start }) => start(hold));

const unsent = [...document.querySelectorAll<HTMLFormElement>("form[data-unsent]")];
if (unsent.length > 0)
  void import("./entry.unsent.ts").then(({ start }) =>
    start(unsent, (held) => void holding?.then((tell) => tell(held))),
  );
