import { siteWords } from "#domain/wording/site";
import type { Site } from "../../http/site.ts";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";
import { useWords } from "../use-words.ts";

/** Who answers the phone now, then at other times: always in the same order, wherever it stands. */
export function ContactBlock({ site, heading: Heading }: { site: Site; heading?: "h2" | "h3" | undefined }) {
  const words = useWords(siteWords);
  const day = <PhoneLink number={site.phones.day} />;
  const night = <PhoneLink number={site.phones.night} />;
  const first = site.open ? words.openNow : words.closedNow;
  const second = site.open ? words.otherTimes : words.daytime;
  return (
    <div className="app-contact">
      {Heading !== undefined && <Heading className="govuk-heading-s">{words.contact}</Heading>}
      {site.phones.day !== "" && (
        <>
          <p className="govuk-body">
            <Sentence words={first} day={day} night={night} hours={site.hours} />
          </p>
          <p className="govuk-body">
            <Sentence words={second} day={day} night={night} hours={site.hours} />
          </p>
        </>
      )}
      <p className="govuk-body">{words.relay}</p>
      <p className="govuk-body">
        <Sentence words={words.emergency} number={<PhoneLink number="999" />} />
      </p>
    </div>
  );
}
