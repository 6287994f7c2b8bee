import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { equalityWords } from "#domain/wording/equality";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { href } from "../../href.ts";

const words = equalityWords.en.thanks;

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "help.thanks");
  return { title: words.title };
}

export default function ThanksPage() {
  return (
    <PublicPage exit={href("report.exit")}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
    </PublicPage>
  );
}
