import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await guard(args, "hub.contact.take");
  return { title: "Contact", me: actor };
}

export default function ContactPage() {
  return null;
}
