import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { startedDraft } from "#app/http/start";
import { publicReportWords } from "#domain/wording/public-report";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { href } from "../../href.ts";

const words = publicReportWords.en.start;

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "report.public");
  return { title: words.title };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "report.public");
  return startedDraft(context, "public");
}

/** What somebody has to know before the first red button, and that they do not have to be sure. */
export default function PublicStartPage() {
  return (
    <PublicPage back={href("landing")} exit={href("report.exit")}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      <p className="govuk-body-l">{words.proof}</p>
      <p className="govuk-body">{words.first}</p>
      <h2 className="govuk-heading-m">{words.before}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{words.exitHeading}</h2>
      {words.exit.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
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
