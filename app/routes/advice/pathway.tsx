import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "advice.pathway");
  return null;
}

export default function Page() {
  return null;
}
