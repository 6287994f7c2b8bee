import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { helpWords } from "#domain/wording/help";
import { Reading } from "../../components/public/reading.tsx";

const words = helpWords.en.privacy;

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "help.privacy");
  return { title: words.title };
}

export default function PrivacyPage() {
  return <Reading words={words} />;
}
