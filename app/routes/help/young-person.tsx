import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { startedDraft } from "#app/http/start";
import { atHomeWords } from "#domain/wording/at-home";
import { AtHomeStart } from "../../components/public/at-home-start.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "help.young-person");
  return { title: atHomeWords.young_person.en.start.title };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "help.young-person");
  return startedDraft(context, "young_person");
}

export default function YoungPersonStartPage() {
  return <AtHomeStart audience="young_person" />;
}
