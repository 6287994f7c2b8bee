import { dayAndTime } from "#domain/time-words";
import type { TimelineEvent } from "#domain/timeline";

/** Newest first: what happened, who, and when. */
export function Timeline({ events, now }: { events: readonly TimelineEvent[]; now: Date }) {
  return (
    <ol className="app-timeline">
      {events.map(({ id, at, who, what }) => (
        <li className="app-timeline__event" key={id}>
          <strong className="app-timeline__what">{what}</strong>
          <span className="app-timeline__who">
            {who}, <time dateTime={at.toISOString()}>{dayAndTime(at, now)}</time>
          </span>
        </li>
      ))}
    </ol>
  );
}
