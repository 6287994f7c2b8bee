// A type alone: a module that brings another one along would need it to be loaded first, which no page of ours allows.
import type { Hold } from "./entry.hold.ts";

type TellHold = (hold: Hold | null) => void;

/** What is typed is kept this often, and tried again this often where it could not be. */
const everyMs = 10_000;

/** Longer than any answer takes while the connection is there. */
const patienceMs = 5_000;

/** As much as a browser carries for a page that is going away. */
const partingAtMost = 60_000;

type Answer = { saved: string; hold: Hold | null; otherTab: string | null };

/** What stands in the form now. What the server made it with stays, so that it can be put back whole. */
function textOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    name === "unsent" || typeof value !== "string" ? [] : [[name, value]],
  );
  return new URLSearchParams(entries).toString();
}

/** Keeps one form on the server while somebody types in it, and says so quietly; what fails is said plainly. */
function keep(form: HTMLFormElement, tellHold: TellHold): void {
  const { unsent: which = "", of = "", keeps = "" } = form.dataset;
  const initial = textOf(form);
  let id = crypto.randomUUID();
  let kept = initial;
  let lastSaved = "";
  let saving: Promise<boolean> | null = null;
  let going = false;
  let failing = false;
  let last = 0;

  const line = document.createElement("p");
  line.className = "app-kept";
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "unsent";
  form.append(field, line);

  const changed = () => textOf(form) !== kept;

  function bodyOf(text: string): URLSearchParams {
    // Counts up over every save of this page; no two tabs share an id.
    last = Math.max(Date.now(), last + 1);
    field.value = id;
    const body = new URLSearchParams({ do: "save", form: which, of, id, saves: String(last), body: text });
    for (const earlier of form.querySelectorAll<HTMLInputElement>("input[name=unsent]"))
      if (earlier !== field) body.append("unsent", earlier.value);
    return body;
  }

  function fails(why: string): void {
    failing = true;
    line.setAttribute("role", "alert");
    line.classList.add("app-kept--failed");
    const since = lastSaved === "" ? "What you typed is not saved" : `Not saved since ${lastSaved}`;
    const text = `${since}: ${why} It is tried again every few seconds. Do not close this page. `;
    if (line.dataset["said"] === text) return;
    line.dataset["said"] = text;
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "app-button-link";
    copy.textContent = "Copy what you typed";
    copy.addEventListener("click", () => void copyOut(copy));
    line.replaceChildren(text, copy);
  }

  function works({ saved, otherTab }: Answer): void {
    failing = false;
    lastSaved = saved;
    line.removeAttribute("role");
    line.classList.remove("app-kept--failed");
    const other =
      otherTab === null ? "" : ` You typed here in another tab too, at ${otherTab}: both are kept.`;
    line.textContent = line.dataset["said"] = `Saved at ${saved}. Not sent yet.${other}`;
  }

  async function copyOut(button: HTMLButtonElement): Promise<void> {
    const words = [
      ...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
        "textarea, input:not([type]), input[type=text]",
      ),
    ]
      .map(({ value }) => value.trim())
      .filter((value) => value !== "")
      .join("\n\n");
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "Copied";
    } catch {
      // Not every browser lets a page copy: then they are there to be copied by hand.
      const box = document.createElement("textarea");
      box.className = "govuk-textarea";
      box.setAttribute("aria-label", "What you typed");
      box.readOnly = true;
      box.value = words;
      button.replaceWith(box);
      box.select();
    }
  }

  async function send(): Promise<boolean> {
    const text = textOf(form);
    try {
      const answer = await fetch(keeps, {
        ...{ method: "POST", body: bodyOf(text), redirect: "manual" },
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!answer.ok) {
        fails(
          answer.type === "opaqueredirect" || answer.status === 401
            ? "your screen is locked, or you were signed out. Unlock it in another tab."
            : "the service does not take it.",
        );
        return true;
      }
      const said = (await answer.json()) as Answer;
      kept = text;
      works(said);
      tellHold(said.hold);
      return true;
    } catch {
      fails("the connection is down.");
      return false;
    }
  }

  /** One after the other. @returns whether the service was reached at all */
  async function save(): Promise<boolean> {
    while (saving !== null) await saving;
    if (!changed() && !failing) return true;
    saving = send();
    const reached = await saving;
    saving = null;
    return reached;
  }

  /** A page that is left or hidden may never run again: a laptop that is closed, a tab that is dropped. */
  function part(): void {
    if (going || !changed()) return;
    const text = textOf(form);
    const body = bodyOf(text);
    if (body.toString().length > partingAtMost) return void save();
    kept = text;
    fetch(keeps, { method: "POST", body, keepalive: true, redirect: "manual" }).then(
      async (answer) => (answer.ok ? works((await answer.json()) as Answer) : (kept = initial)),
      () => (kept = initial),
    );
  }

  form.addEventListener("submit", (event) => {
    if (going || event.defaultPrevented) return;
    if (!changed() && !failing && navigator.onLine) return;
    event.preventDefault();
    const by = event.submitter;
    void save().then((reached) => {
      if (!reached || !navigator.onLine)
        return fails(
          "the connection is down, so nothing was sent either. Press the button again when it is back.",
        );
      going = true;
      form.requestSubmit(by);
    });
  });
  // Back on a page that was sent: whatever is typed now is another text.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    going = false;
    id = crypto.randomUUID();
    field.value = "";
  });
  window.addEventListener("pagehide", part);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) part();
    else void save();
  });
  window.addEventListener("online", () => void save());
  window.setInterval(() => void save(), everyMs);
}

export function start(forms: readonly HTMLFormElement[], tellHold: TellHold): void {
  for (const form of forms) keep(form, tellHold);
}
