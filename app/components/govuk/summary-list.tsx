import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Action = { href: string; text: ReactNode; visuallyHiddenText?: string | undefined };
export type SummaryRow = { key: ReactNode; value: ReactNode; actions?: readonly Action[] | undefined };
export type SummaryCard = {
  title: string;
  headingLevel?: 2 | 3 | 4 | undefined;
  actions?: readonly Action[] | undefined;
};

type SummaryListProps = {
  rows: readonly SummaryRow[];
  classes?: string | undefined;
  card?: SummaryCard | undefined;
};

function ActionLink({ action, card }: { action: Action; card: string | undefined }) {
  const hidden = [action.visuallyHiddenText, card === undefined ? undefined : `(${card})`]
    .filter(Boolean)
    .join(" ");
  return (
    <a className="govuk-link" href={action.href}>
      {action.text}
      {hidden !== "" && <span className="govuk-visually-hidden">{` ${hidden}`}</span>}
    </a>
  );
}

function RowActions({ actions, card }: { actions: readonly Action[]; card: string | undefined }) {
  if (actions.length === 0) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {actions.length === 1 ? (
        actions.map((action) => <ActionLink key={action.href} {...{ action, card }} />)
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li className="govuk-summary-list__actions-list-item" key={action.href}>
              <ActionLink {...{ action, card }} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

export function SummaryList({ rows, classes, card }: SummaryListProps) {
  const anyActions = rows.some((row) => (row.actions?.length ?? 0) > 0);
  const list = (
    <dl className={classNames("govuk-summary-list", classes)}>
      {rows.map((row, index) => (
        <div
          className={classNames(
            "govuk-summary-list__row",
            anyActions && row.actions === undefined && "govuk-summary-list__row--no-actions",
          )}
          key={index}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          <RowActions actions={row.actions ?? []} card={card?.title} />
        </div>
      ))}
    </dl>
  );
  return card === undefined ? list : <Card card={card}>{list}</Card>;
}

function Card({ card, children }: { card: SummaryCard; children: ReactNode }) {
  const Heading = `h${String(card.headingLevel ?? 2)}` as "h2" | "h3" | "h4";
  const actions = card.actions ?? [];
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{card.title}</Heading>
        {actions.length === 1 && (
          <div className="govuk-summary-card__actions">
            {actions.map((action) => (
              <ActionLink key={action.href} action={action} card={card.title} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul className="govuk-summary-card__actions">
            {actions.map((action) => (
              <li className="govuk-summary-card__action" key={action.href}>
                <ActionLink action={action} card={card.title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}
