import { ratingCodes, ratingFaces } from "#domain/rating";
import { duration, nearDayAndTime } from "#domain/time-words";
import type { TriageCounts } from "#services/triage/count-triage";
import type { TriageFilter } from "#services/triage/triage-filter";
import { href } from "../../href.ts";

type Shown = { counts: TriageCounts; filter: TriageFilter; now: Date };

/** How many there are of what matters; each number is a link that shows just those. */
export function TriageCounters({ counts, filter, now }: Shown) {
  const oldest =
    counts.oldestUnrated === null
      ? null
      : `oldest ${duration((now.getTime() - counts.oldestUnrated.getTime()) / 60_000)}`;
  const counters: { name: TriageFilter; text: string; more?: string | null }[] = [
    { name: "all", text: "All to screen" },
    { name: "unrated", text: "Needs rating", more: oldest },
    ...ratingCodes.map((code) => ({ name: code, text: ratingFaces[code].word })),
    { name: "soon", text: "Due in 2 hours" },
    { name: "late", text: "Late" },
    { name: "mine", text: "Held by you" },
    { name: "recommended", text: "Waiting for a manager" },
  ];
  return (
    <nav aria-label="Show">
      <ul className="app-counters">
        {counters.map(({ name, text, more }) => (
          <li className="app-counters__item" key={name}>
            <a
              className="app-counters__link"
              href={href("hub.triage", {}, name === "all" ? {} : { show: name })}
              aria-current={name === filter ? "page" : undefined}
            >
              <span className="app-counters__text">{text}</span>{" "}
              <strong className="app-counters__number">{counts[name]}</strong>
              {more != null && <span className="app-counters__more"> ({more})</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An empty list says whether nothing is there or nothing fits, and what to do next. */
export function NothingListed({ counts, filter, narrowed, now }: Shown & { narrowed: boolean }) {
  if (filter !== "all" || narrowed)
    return (
      <p className="govuk-body">
        No contacts match.{" "}
        <a className="govuk-link" href={href("hub.triage")}>
          {narrowed ? "Clear filters" : "Show all that is to be screened"}
        </a>
      </p>
    );
  return (
    <p className="govuk-body">
      Nothing is waiting.{" "}
      {counts.lastReceived === null
        ? "No contact has come in yet."
        : `The last contact came in ${nearDayAndTime(counts.lastReceived, now)}.`}
    </p>
  );
}
