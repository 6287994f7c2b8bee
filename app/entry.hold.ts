/** How often it is looked at how much is left. A laptop that slept is looked at as soon as it wakes. */
const everyMs = 10_000;

/** What the server answers about a hold: how long it is theirs, or who has it now. */
export type Hold = { leftMs: number; until: string } | { by: string };

/**
 * Says in the page when a hold ends soon and when it has ended, and lets it be kept without leaving what is typed.
 * @returns what to tell when something of the contact was saved
 */
export function start(line: HTMLElement): (hold: Hold | null) => void {
  const { hold: address = "", of = "" } = line.dataset;
  const warnMs = Number(line.dataset["warn"]);
  let endsAt = Date.now() + Number(line.dataset["left"]);
  let until = /until (\S+?)\.?$/.exec(line.textContent.trim())?.[1] ?? "";
  let shown = "";

  const said = document.createElement("p");
  said.className = "app-hold-ends";
  said.setAttribute("role", "status");
  line.parentElement?.after(said);

  function say(text: string, mayKeep: boolean): void {
    // Said again it would be read out again.
    if (text === shown) return;
    shown = text;
    said.replaceChildren(text);
    if (!mayKeep) return;
    const keep = document.createElement("button");
    keep.type = "button";
    keep.className = "app-button-link";
    keep.textContent = "Keep it";
    keep.addEventListener("click", () => void keepIt());
    said.append(" ", keep);
  }

  function look(): void {
    const left = endsAt - Date.now();
    if (left <= 0)
      say(
        `Your hold ended at ${until}: somebody else can take this contact now. Nothing that you typed is lost.`,
        true,
      );
    else if (left <= warnMs)
      say(
        `Your hold ends at ${until}. Type, save something or keep it: else it goes back to the others.`,
        true,
      );
    else say("", false);
  }

  function changed(hold: Hold | null): void {
    if (hold === null) return;
    if ("by" in hold) return say(`${hold.by} holds this contact now. What you typed is kept for you.`, false);
    endsAt = Date.now() + hold.leftMs;
    until = hold.until;
    line.textContent = `You hold this until ${until}.`;
    look();
  }

  async function keepIt(): Promise<void> {
    const body = new URLSearchParams({ do: "keep-hold", form: "notes", of });
    try {
      const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
      if (!answer.ok) throw new Error("the screen is locked, or the contact is not theirs to read");
      const { hold } = (await answer.json()) as { hold: Hold | null };
      if (hold === null) say("You do not hold this contact any more. Open it again to take it.", false);
      else changed(hold);
    } catch {
      say(
        `This could not be kept: the connection is down, or your screen is locked. Your hold ends at ${until}.`,
        true,
      );
    }
  }

  document.addEventListener("visibilitychange", look);
  window.setInterval(look, everyMs);
  return changed;
}
