import type { Language } from "#domain/intake";
import { offeredLanguages } from "#domain/language";
import type { Context } from "../context.ts";

/** The language of an email to somebody outside: that of their form while it is offered here, else English. */
export const spoken = ({ site }: Pick<Context, "site">, language: Language): Language =>
  offeredLanguages(site.trialLanguage).includes(language) ? language : "en";
