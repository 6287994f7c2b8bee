import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { startedDraft } from "#app/http/start";
import { wordsIn } from "#domain/language";
import { siteWords } from "#domain/wording/site";
import { AtHomeStart } from "../../components/public/at-home-start.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await guard(args, "help.family");
  // It stays in the history; the heading says what it is.
  return { title: wordsIn(siteWords, language).plain.start, plain: true };
}

export async function action(args: ActionFunctionArgs) {
  const { context, language } = await guard(args, "help.family");
  return startedDraft(context, { journey: "family", language });
}

export default function FamilyStartPage() {
  return <AtHomeStart audience="family" />;
}
