import { classNames } from "./class-names.ts";

export type NavigationItem = {
  href: string;
  text: string;
  /** This page. */
  current?: boolean | undefined;
  /** A page somewhere below this item. */
  active?: boolean | undefined;
};

type ServiceNavigationProps = {
  navigation?: readonly NavigationItem[];
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  /** Names the list of links for those who jump between landmarks. */
  label: string;
  ariaLabel?: string | undefined;
};

/** Never folded into a menu button on small screens: the links wrap, so they work without JavaScript. */
export function ServiceNavigation({
  navigation = [],
  serviceName,
  serviceUrl,
  label,
  ariaLabel,
}: ServiceNavigationProps) {
  const inner = (
    <div className="govuk-width-container">
      <div className="govuk-service-navigation__container">
        {serviceName !== undefined && (
          <span className="govuk-service-navigation__service-name">
            {serviceUrl === undefined ? (
              <span className="govuk-service-navigation__text">{serviceName}</span>
            ) : (
              <a href={serviceUrl} className="govuk-service-navigation__link">
                {serviceName}
              </a>
            )}
          </span>
        )}
        {navigation.length > 0 && (
          <nav aria-label={label} className="govuk-service-navigation__wrapper">
            <ul className="govuk-service-navigation__list" id="navigation">
              {navigation.map((item) => (
                <Item key={item.href} {...item} />
              ))}
            </ul>
          </nav>
        )}
      </div>
    </div>
  );
  return serviceName === undefined ? (
    <div className="govuk-service-navigation" data-module="govuk-service-navigation">
      {inner}
    </div>
  ) : (
    <section
      aria-label={ariaLabel ?? "Service information"}
      className="govuk-service-navigation"
      data-module="govuk-service-navigation"
    >
      {inner}
    </section>
  );
}

function Item({ href, text, current = false, active = false }: NavigationItem) {
  const on = current || active;
  return (
    <li
      className={classNames("govuk-service-navigation__item", on && "govuk-service-navigation__item--active")}
    >
      <a
        className="govuk-service-navigation__link"
        href={href}
        aria-current={current ? "page" : active ? "true" : undefined}
      >
        {on ? <strong className="govuk-service-navigation__active-fallback">{text}</strong> : text}
      </a>
    </li>
  );
}
