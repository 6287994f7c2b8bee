import { atHomeWords, type AtHome } from "#domain/wording/at-home";
import { href } from "../../href.ts";
import { PublicPage } from "../frame/public-page.tsx";
import { Button } from "../govuk/button.tsx";
import { EmergencyBlock } from "./emergency-block.tsx";
import { useWords } from "../use-words.ts";

/** What somebody has to know before the first red button, and that they do not have to be sure. */
export function AtHomeStart({ audience }: { audience: AtHome }) {
  const words = useWords(atHomeWords[audience]).start;
  return (
    <PublicPage back={href("landing")} exit={href("report.exit")}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      {words.first.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <h2 className="govuk-heading-m">{words.before}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{words.exitHeading}</h2>
      {words.exit.map((text, index) => (
        <p className="govuk-body" key={text}>
          {text}
          {index === 0 && <span className="app-with-script"> {words.shift}</span>}
        </p>
      ))}
      <form method="post">
        <Button isStartButton preventDoubleClick>
          {words.start}
        </Button>
      </form>
    </PublicPage>
  );
}
