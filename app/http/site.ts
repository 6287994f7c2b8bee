import type { Context } from "#services/context";
import type { Language } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { momentWords } from "#domain/wording/moments";
import { calendarOf, isOpen } from "#domain/working-calendar";

/** What every page says about the authority: whose site it is, and who answers the phone at this moment. */
export type Site = {
  authority: string;
  phones: { day: string; night: string };
  hours: string;
  open: boolean;
  demo: boolean;
};

export function siteNow({ settings, site, now }: Context, language: Language): Site {
  return {
    authority: settings.authorityName,
    phones: settings.phones,
    hours: wordsIn(momentWords, language).openingHours(settings.openingHours),
    open: isOpen(now(), calendarOf(settings)),
    demo: site.demo,
  };
}
