import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { addWords } from "#domain/wording/add";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { EmergencyBlock } from "../../components/public/emergency-block.tsx";
import { href } from "../../href.ts";

const words = addWords.en.sent;

/** The same for everybody: whether something is decided already is told to nobody here. */
export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "help.added");
  return { title: words.title };
}

export default function AddedPage() {
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
