import type { ReadyDraft } from "../../support/ready-drafts.ts";
import type { Random } from "#services/demo/random";
import type { History } from "./history.ts";
import type { System } from "./system.ts";

/** Longest that one sender keeps trying; the page says to phone long before. */
const patienceMs = 300_000;
const answerWithinMs = 15_000;

/**
 * Sends one form as a browser does, again and again under the same key until it has the receipt. Some press twice, and
 * some come back later and press again.
 */
export async function sendForm(
  system: System,
  history: History,
  random: Random,
  ready: ReadyDraft,
): Promise<void> {
  const { key } = ready;
  const { traffic } = system;
  const until = performance.now() + patienceMs;
  const presses = random.chance(0.1) ? 2 : 1;
  for (let wait = 250; performance.now() < until && !traffic.stopped; wait = Math.min(wait * 2, 4_000)) {
    await history.append({ what: "submit", key, step: "invoke" });
    const answers = await traffic.pressing(() =>
      Promise.all(Array.from({ length: presses }, () => press(system, ready))),
    );
    const took = answers.find((one) => one.step === "ok") ?? answers[0];
    if (!took) return;
    if (took.step === "ok") {
      const reference = await readReceipt(system, ready, until);
      await history.append({ what: "submit", key, step: "ok", ...(reference === null ? {} : { reference }) });
      if (random.chance(0.05)) await pressAgain(system, history, ready, reference);
      return;
    }
    await history.append({ what: "submit", key, step: took.step, because: took.because });
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + random.next())));
  }
}

export async function press(system: Pick<System, "origin">, { draftId, secret, key }: ReadyDraft) {
  try {
    const response = await fetch(`${system.origin}/f/${draftId}/check`, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: `draft=${secret}`,
        origin: system.origin,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ key }).toString(),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.arrayBuffer();
    const sent = response.headers.get("location")?.endsWith(`/f/${draftId}/sent`) ?? false;
    // A server's own trouble says nothing about what was written before it.
    if (sent) return { step: "ok" as const, because: "" };
    return {
      step: response.status >= 500 ? ("info" as const) : ("fail" as const),
      because: String(response.status),
    };
  } catch (error) {
    return { step: "info" as const, because: error instanceof Error ? error.name : "unknown" };
  }
}

/** The reference as the page shows it, without its space; null when nobody could show it in time. */
export async function readReceipt(
  system: System,
  { draftId, secret }: ReadyDraft,
  until: number,
): Promise<string | null> {
  while (performance.now() < until && !system.traffic.stopped) {
    try {
      const response = await fetch(`${system.origin}/f/${draftId}/sent`, {
        redirect: "manual",
        headers: { cookie: `draft=${secret}` },
        signal: AbortSignal.timeout(answerWithinMs),
      });
      const shown = /app-reference[^>]*>([^<]+)</.exec(await response.text())?.[1];
      if (response.status === 200 && shown !== undefined) return shown.replace(/\s/g, "");
    } catch {
      // Killed in the middle: asked again.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
}

/** Going back and pressing again after the receipt must lead to the same receipt. */
async function pressAgain(system: System, history: History, ready: ReadyDraft, reference: string | null) {
  const again = await press(system, ready);
  if (again.step !== "ok") return;
  const second = await readReceipt(system, ready, performance.now() + answerWithinMs);
  if (second !== null && second !== reference)
    await history.append({ what: "submit", key: ready.key, step: "ok", reference: second });
}
