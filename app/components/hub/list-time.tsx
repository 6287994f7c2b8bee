import { timeOfDay } from "#domain/time-words";

/** Nothing on a list moves by itself: it says how old it is and how to get a newer one. */
export function ListTime({ asAt, refresh }: { asAt: Date; refresh: string }) {
  return (
    <p className="govuk-body-s app-list-time">
      List as at <time dateTime={asAt.toISOString()}>{timeOfDay(asAt)}</time>.{" "}
      <a className="govuk-link" href={refresh}>
        Refresh
      </a>
    </p>
  );
}
