import { useContext } from "react";
import type { UnsentForm } from "#domain/unsent-form";
import { nearDayAndTime } from "#domain/time-words";
import type { Unsent } from "#services/unsent/list-unsent";
import { unsentField, unsentPage } from "../../http/unsent-page.ts";
import { href } from "../../href.ts";
import { PageContext } from "../../page-context.ts";
import { InsetText } from "../govuk/inset-text.tsx";

type Place = { form: UnsentForm; of: string };

/** Attributes of a form that is kept as it is typed (entry.unsent.ts). */
export const keptAsTyped = ({ form, of }: Place) =>
  ({ "data-unsent": form, "data-of": of, "data-keeps": href("hub.unsent") }) as const;

/** Stands in the form: what was kept of it before ends when it is sent. */
export function UnsentFields() {
  const { unsent } = useContext(PageContext);
  return unsent.map((id) => <input key={id} type="hidden" name={unsentField} value={id} />);
}

type UnsentOffersProps = Place & { offers: readonly Unsent[]; asAt: Date };

/** What somebody had typed here and never sent, to be put back or thrown away. What stands in the form is not offered. */
export function UnsentOffers({ offers, asAt, ...place }: UnsentOffersProps) {
  const { unsent } = useContext(PageContext);
  const offered = offers.filter(({ id }) => !unsent.includes(id));
  if (offered.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>You had typed something here that was not sent.</strong> If it is from another tab that is
        still open, go on there.
      </p>
      <ul className="govuk-list app-unsent-offers">
        {offered.map(({ id, savedAt }) => (
          <li key={id}>
            <form method="post" action={href("hub.unsent")}>
              What you had typed at {nearDayAndTime(savedAt, asAt)}:{" "}
              <a className="govuk-link" href={`${unsentPage(place)}?kept=${id}`}>
                Put it back
              </a>{" "}
              <input type="hidden" name="do" value="throw-away" />
              <input type="hidden" name="form" value={place.form} />
              <input type="hidden" name="of" value={place.of} />
              <input type="hidden" name={unsentField} value={id} />
              <button type="submit" className="app-button-link">
                Throw it away
              </button>
            </form>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
