import type { WrittenLanguage } from "../intake.ts";
import { helplineWords as pl } from "./pl/short.ts";

/** Words around the helplines of the settings; each stands after a number. */
export const helplineWords: Record<WrittenLanguage, { hours: string }> = {
  en: { hours: ", {hours}" },
  pl,
};
