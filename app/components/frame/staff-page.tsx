import type { ReactNode } from "react";
import type { Role } from "#domain/actor";
import { href, type RouteName } from "../../href.ts";
import { GenericHeader } from "../govuk/generic-header.tsx";
import { ServiceNavigation } from "../govuk/service-navigation.tsx";
import { SkipLink } from "../govuk/skip-link.tsx";
import { staffSections } from "./staff-sections.ts";
import { useSite } from "./use-site.ts";

export type Me = { name: string; roles: readonly Role[] };

type StaffPageProps = {
  children: ReactNode;
  me: Me;
  /** The section that this page belongs to. */
  section?: RouteName | undefined;
  /** Breadcrumbs or a back link. */
  before?: ReactNode;
  /** What stands at the right of the header: the sign-out form. */
  account?: ReactNode;
};

/** The frame of every page behind sign-in. */
export function StaffPage({ children, me, section, before, account }: StaffPageProps) {
  const site = useSite();
  const mine = staffSections.filter(
    ({ roles }) => roles === "all" || roles.some((role) => me.roles.includes(role)),
  );
  return (
    <>
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <header className="govuk-template__header">
        <GenericHeader href={href("landing")}>{site.authority}</GenericHeader>
        <ServiceNavigation
          label="Sections"
          serviceName="Front door"
          navigation={mine.map(({ name, text }) => ({
            href: (href as (name: RouteName) => string)(name),
            text,
            active: name === section,
          }))}
        />
      </header>
      <div className="govuk-width-container app-width-wide">
        <div className="app-account govuk-body-s">
          <span>{me.name}</span>
          {account}
        </div>
        {site.demo && (
          <p className="app-demo govuk-body-s">This is a demonstration. The people in it are made up.</p>
        )}
        {before}
        <main className="govuk-main-wrapper" id="main-content">
          {children}
        </main>
      </div>
    </>
  );
}
