import type { Settings } from "#domain/settings";
import { guideHeadings, thresholdGuide } from "#domain/threshold-guide";
import { Details } from "../govuk/details.tsx";
import { PlainList } from "../hub/what-was-said.tsx";

/** Examples for each level, to be read beside the form. Nothing in it can be pressed: people choose the level. */
export function ThresholdGuide({ levels }: { levels: Settings["levels"] }) {
  return (
    <Details summary="What each level of need usually looks like">
      <p className="govuk-body">
        Examples, and not a test: your partnership’s own threshold document goes before them. One example does
        not make a level, and a child can need more than one says.
      </p>
      {thresholdGuide(levels).map(({ level, name, says }) => (
        <section key={level}>
          <h3 className="govuk-heading-s">
            {level}: {name}
          </h3>
          {guideHeadings.map((heading) => (
            <div key={heading}>
              <p className="govuk-body govuk-!-margin-bottom-1">{heading}</p>
              <PlainList lines={says[heading]} />
            </div>
          ))}
        </section>
      ))}
    </Details>
  );
}
