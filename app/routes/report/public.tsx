import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { startedDraft } from "#app/http/start";
import { atHomeWords } from "#domain/wording/at-home";
import { AtHomeStart } from "../../components/public/at-home-start.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "report.public");
  return { title: atHomeWords.public.en.start.title };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "report.public");
  return startedDraft(context, "public");
}

export default function PublicStartPage() {
  return <AtHomeStart audience="public" />;
}
