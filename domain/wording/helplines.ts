import type { Language } from "../intake.ts";

/** Words around the helplines of the settings; each stands after a number. */
export const helplineWords: Record<Language, { hours: string }> = {
  en: { hours: ", {hours}" },
};
