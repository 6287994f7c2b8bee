type Crumb = { text: string; href?: string | undefined };

export function Breadcrumbs({
  items,
  label = "Breadcrumb",
}: {
  items: readonly Crumb[];
  label?: string | undefined;
}) {
  return (
    <nav className="govuk-breadcrumbs" aria-label={label}>
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ text, href }) =>
          href === undefined ? (
            <li className="govuk-breadcrumbs__list-item" aria-current="page" key={text}>
              {text}
            </li>
          ) : (
            <li className="govuk-breadcrumbs__list-item" key={text}>
              <a className="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
