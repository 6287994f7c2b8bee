import type { ReactNode } from "react";
import { siteWords } from "#domain/wording/site";
import { href } from "../../href.ts";
import { BackLink } from "../govuk/back-link.tsx";
import { GenericHeader } from "../govuk/generic-header.tsx";
import { ServiceNavigation } from "../govuk/service-navigation.tsx";
import { SkipLink } from "../govuk/skip-link.tsx";
import { ExitSkipLink, ExitThisPage } from "../public/exit-this-page.tsx";
import { ContactBlock } from "./contact-block.tsx";
import { useSite } from "./use-site.ts";
import { useWords } from "../use-words.ts";
import { LanguageSwitch } from "./language-switch.tsx";

type PublicPageProps = {
  children: ReactNode;
  /** Where "Back" leads; no link without it. */
  back?: string | undefined;
  /** Where the button leads that leaves the page fast; for people who may be watched. */
  exit?: string | undefined;
  /** The page has a form to fill in, with the id that the language switch knows. */
  form?: boolean;
  /** The page says itself how to reach us, so its foot does not say it again. */
  saysContact?: boolean;
  /** Stands above the page and is not part of it: a banner about the whole form. */
  above?: ReactNode;
};

/** The frame of every page that needs no sign-in. */
export function PublicPage({
  children,
  back,
  above,
  exit,
  form = false,
  saysContact = false,
}: PublicPageProps) {
  const site = useSite();
  const words = useWords(siteWords);
  return (
    <>
      <SkipLink href="#main-content">{words.skip}</SkipLink>
      <header className="govuk-template__header">
        {exit !== undefined && <ExitSkipLink href={exit} />}
        <GenericHeader href={href("landing")}>{site.authority}</GenericHeader>
        <ServiceNavigation
          label={words.navigation}
          navigation={[{ href: href("landing"), text: words.worried }]}
        />
        <div className="govuk-width-container">
          <LanguageSwitch form={form} />
        </div>
        {site.demo && (
          <div className="govuk-width-container">
            <p className="app-demo govuk-body-s">{words.demo}</p>
          </div>
        )}
      </header>
      <div className="govuk-width-container">
        {exit !== undefined && <ExitThisPage href={exit} />}
        {back !== undefined && (
          <nav aria-label={words.backLabel}>
            <BackLink href={back}>{words.back}</BackLink>
          </nav>
        )}
        <main className="govuk-main-wrapper" id="main-content">
          {above}
          {children}
        </main>
      </div>
      <footer className="govuk-template__footer app-footer">
        <div className="govuk-width-container">
          {!saysContact && <ContactBlock site={site} heading="h2" />}
          <h2 className="govuk-visually-hidden">{words.footerLinks}</h2>
          <ul className="govuk-list app-footer__links">
            <li>
              <a className="govuk-link" href={href("help.privacy")}>
                {words.privacy}
              </a>
            </li>
            <li>
              <a className="govuk-link" href={href("help.cookies")}>
                {words.cookies}
              </a>
            </li>
            <li>
              <a className="govuk-link" href={href("help.accessibility")}>
                {words.accessibility}
              </a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
