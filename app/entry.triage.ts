/** How often it is asked whether something new has come in. */
const everyMs = 30_000;

/** A list that is older than this may be out of date, whatever was asked meanwhile. */
const staleMs = 5 * 60_000;

/**
 * Says on a list that is open how many contacts have come in since, and when it has grown old. Nothing on the list moves:
 * whoever reads it decides when it is loaded again.
 */
export function start(news: HTMLElement): void {
  const { arrived = "", refresh = "", stale = "", failed = "" } = news.dataset;
  const since = Date.now();
  let shown = "";

  function say(text: string, link?: string): void {
    // Said again it would be read out again.
    if (text + (link ?? "") === shown) return;
    shown = text + (link ?? "");
    news.replaceChildren(text);
    if (link === undefined) return;
    const anchor = document.createElement("a");
    anchor.className = "govuk-link";
    anchor.href = refresh;
    anchor.textContent = link;
    news.append(anchor);
  }

  async function ask(): Promise<void> {
    // Nobody is looking: it is asked as soon as somebody is.
    if (document.hidden) return;
    const old = Date.now() - since >= staleMs ? stale : "";
    try {
      const answer = await fetch(arrived, { redirect: "manual", headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error("no number: the screen is locked, or something is broken");
      const { arrived: count } = (await answer.json()) as { arrived: number };
      if (count > 0) say(old, `${count} new ${count === 1 ? "contact" : "contacts"} – show them`);
      else say(old);
    } catch {
      say(failed, "Refresh");
    }
  }

  window.setInterval(() => void ask(), everyMs);
  // A laptop that slept, or a page that was behind another one.
  document.addEventListener("visibilitychange", () => void ask());
}
