import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { wordsIn } from "#domain/language";
import { helpWords } from "#domain/wording/help";
import { Reading } from "../../components/public/reading.tsx";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await guard(args, "help.privacy");
  return { title: wordsIn(helpWords, language).privacy.title };
}

export default function PrivacyPage() {
  return <Reading words={useWords(helpWords).privacy} />;
}
