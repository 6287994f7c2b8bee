import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { wordsIn } from "#domain/language";
import { addWords } from "#domain/wording/add";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

/** The same for everybody: whether something is decided already is told to nobody here. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await guard(args, "help.added");
  return { title: wordsIn(addWords, language).sent.title };
}

export default function AddedPage() {
  const words = useWords(addWords).sent;
  return (
    <PublicPage exit={href("report.exit")}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      {words.lines.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      <EmergencyBlock />
    </PublicPage>
  );
}
