import { callBackSlots } from "#domain/call-back";
import { calendarOf } from "#domain/working-calendar";
import { askCallBack } from "../../calls/ask-call-back.ts";
import type { Context } from "../../context.ts";

/** A teacher asked for advice before she refers anybody, and waits beside her phone. */
export async function askToBeCalled(context: Context): Promise<void> {
  const [slot] = callBackSlots(context.now(), calendarOf(context.settings));
  if (slot === undefined) throw new Error("a hub that never opens");
  const asked = {
    ...({ danger: "no", about: "what_to_tell", slot: slot.code, key: context.newId() } as const),
    ...{ name: "Nia Rowlands", organisation: "Harbour View Primary School", phone: "01632 960 214" },
  };
  await askCallBack(context, { asked, network: "demo" });
}
