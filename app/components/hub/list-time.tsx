import { timeOfDay } from "#domain/time-words";
import type { ArrivalWatch } from "#services/triage/count-arrivals";
import { href } from "../../href.ts";
import { useSite } from "../frame/use-site.ts";

type ListTimeProps = {
  asAt: Date;
  refresh: string;
  /** Where it is said what has come in since; without scripts there is the link beside it. */
  watch?: ArrivalWatch;
};

/** Nothing on a list moves by itself: it says how old it is and how to get a newer one. */
export function ListTime({ asAt, refresh, watch }: ListTimeProps) {
  const site = useSite();
  const time = timeOfDay(asAt);
  return (
    <div className="app-list-time">
      <p className="govuk-body-s">
        List as at <time dateTime={asAt.toISOString()}>{time}</time>.{" "}
        <a className="govuk-link" href={refresh}>
          Refresh
        </a>
      </p>
      {watch !== undefined && (
        <p
          className="govuk-body app-list-time__news"
          role="status"
          data-arrived={href(
            "hub.triage.arrived",
            {},
            { from: watch.from.toISOString(), had: String(watch.had) },
          )}
          data-refresh={refresh}
          data-stale={`List may be out of date: it is from ${time}. `}
          data-failed={`We cannot see whether something new has come in. The list is from ${time}. Contacts are taken as always, and people can ring ${site.phones.day} by day and ${site.phones.night} at night. `}
        />
      )}
    </div>
  );
}
