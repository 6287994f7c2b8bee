import { data } from "@remix-run/node";
import type { StaffActor } from "#domain/actor";
import { hubFormWords } from "#domain/hub-forms";
import { callFields, callSchema, callTicks } from "#domain/phone-call";
import { rateContact } from "#services/contacts/rate-contact";
import { takeContact } from "#services/contacts/take-contact";
import type { Context } from "#services/context";
import { Conflict, Forbidden, Invalid } from "#services/errors";
import { saveCall, type CallElsewhere } from "#services/phone/save-call";
import { endAdviceCall, sendCall } from "#services/phone/send-call";
import { href } from "../href.ts";
import { parseForm, typedIn, type Typed } from "./form.ts";
import { handled, seeOther } from "./guard.ts";
import { entered, wrongEntry, type RefusedEntry } from "./refused-entry.ts";
import { sentTyped } from "./unsent.ts";

const shape = { fields: callFields, many: callTicks, words: hubFormWords };

/** What the buttons of the page do. Whatever is pressed, what was typed is kept first. */
export async function takeCall(context: Context, actor: StaffActor, id: string, body: URLSearchParams) {
  const typed = typedIn(body, shape);
  // Pressed on a locked screen: it stands in the page again as it was typed, and the caller may still be there.
  if (context.showingKeptForm) return data({ ...again(typed), elsewhere: null }, { status: 422 });
  try {
    const saved = /^\d{1,15}$/.exec(body.get("saved") ?? "")?.[0];
    await saveCall(context, actor, { id, typed, saved: saved === undefined ? null : Number(saved) });
  } catch (error) {
    if (!(error instanceof Conflict)) return handled<never>(() => Promise.reject(error as Error));
    const { typed: stands, savedAt } = error.details as CallElsewhere;
    return data({ ...again(typed), elsewhere: { typed: stands, savedAt } }, { status: 409 });
  }
  await sentTyped(context, actor, { form: "call", of: id, body });
  const here = href("hub.call", { id });
  const then = body.get("then") ?? "check";
  if (then === "check") return seeOther(`${here}#matches`);
  if (then === "files") return seeOther(href("hub.call.files", { id }));
  if (then === "advice") {
    return entered(async () => {
      await endAdviceCall(context, actor, id);
      return seeOther(href("hub.calls"));
    }, {});
  }
  const cutOff = then === "cut-off";
  const form = parseForm(cutOff ? wholeEnough(body) : body, { schema: callSchema, ...shape });
  if (!form.ok) return wrongEntry(form.problems, {});
  const reference = await handled(() => sendCall(context, actor, { id, call: form.value, cutOff }));
  if (then === "hold" || then === "red") await afterwards(context, actor, reference, then);
  return seeOther(here);
}

/** The form as it was typed, with nothing wrong in it. */
const again = (typed: Typed): RefusedEntry => ({
  problems: { summary: [], fields: {} },
  typed: { ...typed, then: "check" },
});

/** The line went dead: what nobody could ask any more is filled in as not known, on the safe side. */
function wholeEnough(body: URLSearchParams): URLSearchParams {
  const filled = new URLSearchParams(body);
  const orElse = (field: string, value: string) => {
    if ((filled.get(field) ?? "").trim() === "") filled.set(field, value);
  };
  orElse("danger", "not_sure");
  orElse("account", "The call was cut off before they said what has happened.");
  orElse("caller", "public");
  orElse("where", "Not known: the call was cut off");
  return filled;
}

/** Whoever may not hold or rate it has sent it all the same; the hub sees it at the top where there is danger. */
async function afterwards(context: Context, actor: StaffActor, reference: string, then: "hold" | "red") {
  try {
    await takeContact(context, actor, { reference, reason: "I took the call" });
    if (then === "red")
      await rateContact(context, actor, {
        ...{ reference, version: 1, rating: "R" },
        reason: "Escalated by whoever took the call",
      });
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Forbidden || error instanceof Invalid)) throw error;
  }
}
