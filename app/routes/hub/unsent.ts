import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "#app/http/form";
import { guard, handled, refusal, seeOther } from "#app/http/guard";
import { isUnsentForm, unsentIn } from "#app/http/unsent";
import { unsentPage } from "#app/http/unsent-page";
import { timeOfDay } from "#domain/time-words";
import { unsentCharactersAtMost } from "#domain/unsent-form";
import { keepHold, type HeldNow } from "#services/contacts/keep-holding";
import { isId } from "#services/new-id";
import { endUnsent } from "#services/unsent/end-unsent";
import { saveUnsent } from "#services/unsent/save-unsent";

/** What a page does by itself while somebody types, and the button that throws away what was kept. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { context, actor } = await guard(args, "hub.unsent");
  const body = await readForm(args.request);
  const [form, of, id, saves] = ["form", "of", "id", "saves"].map((name) => body.get(name));
  if (form == null || !isUnsentForm(form) || of == null) throw refusal(400);
  const place = { form, of };
  const act = body.get("do");
  if (act === "throw-away") {
    await handled(() => endUnsent(context, actor, { ...place, ids: unsentIn(body) }));
    return seeOther(unsentPage(place));
  }
  if (act === "keep-hold" && form !== "call")
    return told({ hold: inWords(await handled(() => keepHold(context, actor, of))) });
  const typed = body.get("body");
  const count = Number(saves);
  if (act !== "save" || id == null || !isId(id) || typed === null || !Number.isSafeInteger(count))
    throw refusal(400);
  if (typed.length > unsentCharactersAtMost) throw refusal(413);
  const kept = await handled(() =>
    saveUnsent(context, actor, { ...place, id, saves: count, body: typed, instead: unsentIn(body) }),
  );
  return told({
    saved: timeOfDay(kept.savedAt),
    hold: inWords(kept.held),
    otherTab: kept.otherTabAt && timeOfDay(kept.otherTabAt),
  });
}

const told = (said: unknown): Response => Response.json(said, { headers: { "Cache-Control": "no-store" } });

function inWords(held: HeldNow) {
  if (held === null) return null;
  return "by" in held ? held : { leftMs: held.leftMs, until: timeOfDay(held.until) };
}
