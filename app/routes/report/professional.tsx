import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { startedDraft } from "#app/http/start";
import { professionalStartWords } from "#domain/wording/landing";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { href } from "../../href.ts";

const words = professionalStartWords.en;

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "report.professional");
  return { title: words.title };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "report.professional");
  return startedDraft(context, "professional");
}

export default function ProfessionalStartPage() {
  return (
    <PublicPage back={href("landing")}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <EmergencyBlock />
      <p className="govuk-body">{words.intro}</p>
      <h2 className="govuk-heading-m">{words.before}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="govuk-body">{words.deadline}</p>
      <form method="post">
        <Button isStartButton preventDoubleClick>
          {words.start}
        </Button>
      </form>
    </PublicPage>
  );
}
