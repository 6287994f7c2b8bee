import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

/** Each finding says which element, in words for whoever mends it. */
export type Findings = string[];

export async function axeFindings(page: Page): Promise<Findings> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** What sticks out sideways. A wide table may scroll inside a region of its own. */
export const overflowFindings = (page: Page): Promise<Findings> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1 && one.closest(".app-scroll") === null,
    );
    return [`${scrollWidth} px on ${clientWidth}: ${wide.at(-1)?.outerHTML.slice(0, 120) ?? ""}`];
  });

/** What WCAG 1.4.12 lets a reader set. */
export const textSpacing =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

/** Text that its own box cuts off. What is there to be heard only is one pixel wide on purpose. */
export const clippedFindings = (page: Page): Promise<Findings> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const cuts = [overflowX, overflowY].some((how) => how === "hidden" || how === "clip");
        if (!cuts || one.clientWidth <= 1 || one.clientHeight <= 1) return false;
        const wide = overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
        const high = overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1;
        return (wide || high) && one.innerText.trim() !== "";
      })
      .map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`),
  );

/** What moves although somebody asked for less of that. */
export const motionFindings = (page: Page): Promise<Findings> =>
  page.evaluate(() => {
    const lasts = (durations: string) => durations.split(",").some((one) => parseFloat(one) > 0.01);
    return [...document.querySelectorAll("body *")]
      .filter((one) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
        return (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration);
      })
      .map((one) => `moves: ${one.outerHTML.slice(0, 120)}`);
  });

/** Controls without an edge: with colours of the reader's own, a background says nothing any more. */
export const edgeFindings = (page: Page): Promise<Findings> =>
  page.evaluate(() =>
    // What the browser draws by itself has the edge that it gives to such things.
    [
      ...document.querySelectorAll<HTMLElement>(
        "button, input:not([type=file], [type=radio], [type=checkbox]), select, textarea",
      ),
    ]
      .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((one) => one.offsetWidth > 1)
      .filter((one) => {
        const { borderTopStyle, borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(one);
        const has = (style: string, width: string) => style !== "none" && parseFloat(width) > 0;
        // A button that looks like a link is underlined as one.
        const underlined = getComputedStyle(one).textDecorationLine === "underline";
        return !has(borderTopStyle, borderTopWidth) && !has(outlineStyle, outlineWidth) && !underlined;
      })
      .map((one) => `no edge: ${one.outerHTML.slice(0, 120)}`),
  );

declare global {
  /** How a control and its labels are drawn, as one text to compare. */
  var lookOf: (one: HTMLElement) => string;
}

type Stop = { at: number; html: string; look: string };

/**
 * Goes through a page with the Tab key alone: every control has to be reached, in the order in which it is read, has to
 * look different while it has the focus, and has to let go of it.
 */
export async function keyboardFindings(page: Page): Promise<Findings> {
  const all = await page.evaluate(() => {
    globalThis.lookOf = (one) =>
      [one, ...((one as HTMLInputElement).labels ?? [])]
        .flatMap((drawn) => ["", "::before", "::after"].map((part) => getComputedStyle(drawn, part)))
        .map(({ outline, boxShadow, border, backgroundColor, color }) =>
          [outline, boxShadow, border, backgroundColor, color].join(),
        )
        .join();
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]",
      ),
    ].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !(one as HTMLButtonElement).disabled &&
        one.checkVisibility({ visibilityProperty: true }),
    );
    // Where the last round ended is where the next would begin, also with nothing in focus.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    return controls.map((one, at) => {
      one.dataset["at"] = String(at);
      // The browser stops once at a group of radios.
      const group = one instanceof HTMLInputElement && one.type === "radio" ? one.name : null;
      return { at, group, html: one.outerHTML.slice(0, 120) };
    });
  });
  const seen: Stop[] = [];
  for (let presses = 0; presses < all.length + 5; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      if (focused === null || focused === document.body) return null;
      const at = Number(focused.dataset["at"] ?? -1);
      return { at, html: focused.outerHTML.slice(0, 120), look: globalThis.lookOf(focused) };
    });
    if (stop === null || (seen.length > 0 && stop.at === seen[0]?.at)) break;
    if (stop.at === seen.at(-1)?.at) return [`keeps the focus: ${stop.html}`];
    seen.push(stop);
  }
  const unfocused = new Map(
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      return [...document.querySelectorAll<HTMLElement>("[data-at]")].map(
        (one) => [Number(one.dataset["at"]), globalThis.lookOf(one)] as const,
      );
    }),
  );
  const reached = new Set(seen.map(({ at }) => at));
  const groups = new Set(all.filter(({ at }) => reached.has(at)).map(({ group }) => group));
  return [
    ...seen
      .filter(({ at }, nth) => (seen[nth - 1]?.at ?? -1) > at)
      .map(({ html }) => `out of order: ${html}`),
    ...all
      .filter(({ at, group }) => !reached.has(at) && !(group !== null && groups.has(group)))
      .map(({ html }) => `not reached: ${html}`),
    ...seen
      .filter(({ at, look }) => unfocused.get(at) === look)
      .map(({ html }) => `looks the same with the focus: ${html}`),
  ];
}
