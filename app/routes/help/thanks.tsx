import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { wordsIn } from "#domain/language";
import { equalityWords } from "#domain/wording/equality";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await guard(args, "help.thanks");
  return { title: wordsIn(equalityWords, language).thanks.title };
}

export default function ThanksPage() {
  const words = useWords(equalityWords).thanks;
  return (
    <PublicPage exit={href("report.exit")}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
    </PublicPage>
  );
}
