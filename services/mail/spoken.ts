import type { Language } from "#domain/intake";
import { offeredLanguages } from "#domain/language";
import type { Context } from "../context.ts";

/** The language of an email to somebody outside: that of their form while it is offered here, else English. */
export const spoken = (
  { settings, site }: Pick<Context, "settings" | "site">,
  language: Language,
): Language => (offeredLanguages(settings, site.trialLanguage).includes(language) ? language : "en");
