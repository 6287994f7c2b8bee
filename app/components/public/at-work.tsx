import { landingWords } from "#domain/wording/landing";
import { href } from "../../href.ts";
import { Sentence } from "../sentence.tsx";
import { useWords } from "../use-words.ts";

/** The doors of somebody who works with children, on pages that are for everybody. */
export function AtWork() {
  const words = useWords(landingWords);
  return (
    <p className="govuk-body">
      <Sentence
        words={words.atWork}
        open={
          <a className="govuk-link" href={href("track.home")}>
            {words.atWorkOpen}
          </a>
        }
        advice={
          <a className="govuk-link" href={href("help.call-back")}>
            {words.atWorkAdvice}
          </a>
        }
      />
    </p>
  );
}
