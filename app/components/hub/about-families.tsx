import { cameWords, pressingElsewhereWords, whoseNextWords } from "#domain/family-kept";
import { formatReference } from "#domain/reference";
import type { MyWork } from "#services/triage/read-my-work";
import { href } from "../../href.ts";

type AboutFamiliesProps = Pick<MyWork, "asAt" | "aboutMine" | "pressingElsewhere"> & { keptMinutes: number };

/** What came about families that are in somebody's hands: their own first, and for managers what waits for nobody. */
export function AboutFamilies({ asAt, aboutMine, pressingElsewhere, keptMinutes }: AboutFamiliesProps) {
  return (
    <>
      {aboutMine.length > 0 && (
        <section className="app-newer" aria-labelledby="about-mine">
          <h2 className="govuk-heading-m" id="about-mine">
            About families that you hold
          </h2>
          <ul className="govuk-list">
            {aboutMine.map((one) => (
              <li key={one.reference}>
                <ToContact reference={one.reference} />: {cameWords(one.receivedAt, asAt)}.{" "}
                {whoseNextWords(one, keptMinutes)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {pressingElsewhere.length > 0 && (
        <section className="app-newer" aria-labelledby="pressing-elsewhere">
          <h2 className="govuk-heading-m" id="pressing-elsewhere">
            Free, and about a family in other hands
          </h2>
          <ul className="govuk-list">
            {pressingElsewhere.map((one) => (
              <li key={one.reference}>
                <ToContact reference={one.reference} />: {pressingElsewhereWords(one, asAt)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const ToContact = ({ reference }: { reference: string }) => (
  <a className="govuk-link" href={href("hub.contact", { reference })}>
    {formatReference(reference)}
  </a>
);
