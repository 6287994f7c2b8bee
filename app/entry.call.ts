/** Somebody who types pauses at the end of a name, and not after each letter. */
const pauseMs = 400;

/** A name of one letter is on its way to being one. */
const nameFrom = 2;

/** A child's name with an age or a postcode: less finds everybody. Null while there is not enough. */
function toLookUp(form: HTMLFormElement, as: "value" | "defaultValue" = "value"): string | null {
  const said = (name: string) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field[as].trim() : "";
  };
  const postcode = said("postcode");
  const names = [...form.querySelectorAll<HTMLInputElement>("input[name^=child]")].map(({ name }) => name);
  const children = names.map((name) => [said(name), said(name.replace("child", "age"))] as const);
  const enough = children.some(([name, age]) => name.length >= nameFrom && (age !== "" || postcode !== ""));
  return enough ? JSON.stringify([children, postcode]) : null;
}

/**
 * Does by itself what "Check the records" does, with the same post, while a call is typed: it keeps what was typed and
 * shows whom it may be about. One that is under way gives way to the next.
 */
export function start(form: HTMLFormElement, status: HTMLElement): void {
  // What the page came with, not what was typed before this ran.
  let shown = toLookUp(form, "defaultValue");
  let timer = 0;
  let asking = new AbortController();

  async function lookUp(): Promise<void> {
    const wanted = toLookUp(form);
    const matches = document.getElementById("matches");
    // Nobody who has moved on to a match loses their place in the list.
    if (wanted === null || wanted === shown || matches === null || matches.contains(document.activeElement))
      return;
    asking.abort();
    asking = new AbortController();
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    body.set("then", "check");
    try {
      const answer = await fetch(form.action, { method: "POST", body, signal: asking.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = answer.ok ? page.getElementById("matches") : null;
      if (found === null) throw new Error("another page: the screen is locked, or they were signed out");
      matches.replaceWith(found);
      // What the look-up kept is what the page was made from now.
      const [before, now] = [form, page].map((one) =>
        one.querySelector<HTMLInputElement>("input[name=saved]"),
      );
      if (before && now) before.value = now.value;
      shown = wanted;
      status.textContent = found.dataset["told"] ?? "";
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError"))
        status.textContent = status.dataset["failed"] ?? "";
    }
  }

  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void lookUp(), pauseMs);
  };
  form.addEventListener("input", soon);
  soon();
}
