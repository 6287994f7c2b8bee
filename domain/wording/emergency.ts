import type { WrittenLanguage } from "../intake.ts";
import { emergencyWords as pl } from "./pl/short.ts";

/** How to reach 999 for everybody, in the order in which it is needed. `{number}` and the like become links. */
const en = {
  heading: "Call {number} if a child is in danger now",
  silent: "Cannot speak? Call {number}, listen, cough or tap if you can, and press 55 when you are asked.",
  text: "You can text {number} if your phone is registered. To register, text the word register to {number}.",
  bsl: "If you use British Sign Language, use the 999 BSL app or website for a video call.",
  relay: "If you use Relay UK, dial {relay}.",
} as const;

type Widened<T> = { readonly [Key in keyof T]: string };
export type EmergencyWords = Widened<typeof en>;
export const emergencyWords: Record<WrittenLanguage, EmergencyWords> = { en, pl };
