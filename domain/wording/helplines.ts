import type { WrittenLanguage } from "../intake.ts";

/** Words around the helplines of the settings; each stands after a number. */
export const helplineWords: Record<WrittenLanguage, { hours: string }> = {
  en: { hours: ", {hours}" },
};
