import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { startedDraft } from "#app/http/start";
import { atHomeWords } from "#domain/wording/at-home";
import { AtHomeStart } from "../../components/public/at-home-start.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "help.family");
  return { title: atHomeWords.family.en.start.title };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "help.family");
  return startedDraft(context, "family");
}

export default function FamilyStartPage() {
  return <AtHomeStart audience="family" />;
}
