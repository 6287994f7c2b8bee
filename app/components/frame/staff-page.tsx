import { useContext, type ReactNode } from "react";
import { rolesInWords } from "#domain/role-words";
import type { Me } from "../../http/me.ts";
import { href, type RouteName } from "../../href.ts";
import { PageContext } from "../../page-context.ts";
import { BackLink } from "../govuk/back-link.tsx";
import { GenericHeader } from "../govuk/generic-header.tsx";
import { ServiceNavigation } from "../govuk/service-navigation.tsx";
import { NotificationBanner } from "../govuk/notification-banner.tsx";
import { SkipLink } from "../govuk/skip-link.tsx";
import { HeaderSearch } from "../hub/search-box.tsx";
import { LockScreen } from "./lock-screen.tsx";
import { NewCall } from "./new-call.tsx";
import { SignOut } from "./sign-out.tsx";
import { callTakers, hubRoles, sectionHref, sectionsFor } from "./staff-sections.ts";
import { useSite } from "./use-site.ts";

type StaffPageProps = {
  children: ReactNode;
  me: Me;
  /** The section that this page belongs to. */
  section?: RouteName | undefined;
  /** Where its link back leads, and what that page is called; no link without it. */
  back?: { href: string; text: string } | undefined;
};

/** The frame of every page behind sign-in. */
export function StaffPage({ children, me, section, back }: StaffPageProps) {
  const site = useSite();
  const { restored } = useContext(PageContext);
  return (
    <div className="app-staff">
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <header className="govuk-template__header">
        <GenericHeader href={href("landing")}>{site.authority}</GenericHeader>
        <ServiceNavigation
          label="Sections"
          serviceName="Front door"
          navigation={sectionsFor(me.roles).map((one) => ({
            href: sectionHref(one),
            text: one.text,
            active: one.name === section,
          }))}
        />
        <div className="govuk-width-container app-account">
          {site.demo && (
            <p className="app-demo govuk-body-s">This is a demonstration. The people in it are made up.</p>
          )}
          <p className="govuk-body-s app-account__who">{`${me.name} (${rolesInWords(me.roles)})`}</p>
          <a className="govuk-link govuk-!-font-size-16" href={href("account.sessions")}>
            Where you are signed in
          </a>
          {section !== "hub.search" && me.roles.some((role) => hubRoles.includes(role)) && <HeaderSearch />}
          {me.roles.some((role) => callTakers.includes(role)) && <NewCall />}
          <LockScreen />
          <SignOut />
        </div>
      </header>
      <div className="govuk-width-container">
        {back !== undefined && (
          <nav aria-label="Back">
            <BackLink href={back.href}>{back.text}</BackLink>
          </nav>
        )}
        <main className="govuk-main-wrapper" id="main-content">
          {restored !== null && (
            <NotificationBanner>
              {restored === "locked"
                ? "Nothing was saved, because your screen was locked. What you typed is below: check it and send it again."
                : "What you had typed is back in its place. Nothing was sent: check it, and send it."}
            </NotificationBanner>
          )}
          {children}
        </main>
      </div>
    </div>
  );
}
