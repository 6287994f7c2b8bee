import { dayAndTime } from "#domain/time-words";
import type { FormAgain } from "../../http/change-work.ts";
import { NotificationBanner } from "../govuk/notification-banner.tsx";
import { FormProblems } from "../public/form-problems.tsx";

/** Why a form is shown again: what is wrong with it, or what somebody else did while it was written. */
export function Changes({ again }: { again: Pick<FormAgain, "changes" | "problems"> | undefined }) {
  if (again === undefined) return null;
  if (again.changes === null) return <FormProblems problems={again.problems} />;
  return (
    <NotificationBanner title="Nothing was saved">
      <p className="govuk-notification-banner__heading">This changed while you were writing.</p>
      <ul className="govuk-list govuk-list--bullet">
        {again.changes.map(({ at, who, what }) => (
          <li key={`${at.toISOString()} ${what}`}>
            {dayAndTime(at)}, {who}: {what}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        What you typed is kept below. Read what changed, then send it again if it still fits.
      </p>
    </NotificationBanner>
  );
}
