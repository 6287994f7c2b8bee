import type { DangerAnswer, WrittenLanguage } from "../intake.ts";
import { additionWords as pl } from "./pl/short.ts";

type Words = { danger: string; dangers: Record<DangerAnswer, string>; text: string };

/** What is asked of somebody who adds to what they sent, as the hub reads it again. */
export const additionWords: Record<WrittenLanguage, Words> = {
  en: {
    danger: "Is a child in danger right now?",
    dangers: { yes: "Yes", no: "No", not_sure: "I am not sure" },
    text: "What is new?",
  },
  pl,
};
