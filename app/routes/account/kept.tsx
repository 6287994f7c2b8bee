import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { openForm, wordsIn } from "#app/http/restore-form";
import { StaffPage } from "../../components/frame/staff-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "account.kept");
  const { path, body } = await handled(() => openForm(context, actor, params["id"] ?? ""));
  return { title: "What you had typed", me: meOf(actor), path, words: wordsIn(body) };
}

export default function KeptFormPage() {
  const { me, path, words } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me}>
      <h1 className="govuk-heading-l">What you had typed</h1>
      <p className="govuk-body">
        Nothing was saved, and the page that you were on has no place for this form any more: perhaps nobody
        holds the contact now, or somebody else was first. Here are your words, to copy.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={path}>
          Open the page
        </a>
      </p>
      {words.map((text, at) => (
        <div key={at} className="govuk-inset-text app-written">
          {text}
        </div>
      ))}
    </StaffPage>
  );
}
