import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { secondLookSchema } from "#domain/second-look";
import { dayAndTime } from "#domain/time-words";
import { makeSecondLook } from "#services/second-looks/make-second-look";
import { readSecondLook } from "#services/second-looks/read-second-look";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { ContactFiles } from "../../components/hub/contact-files.tsx";
import { SnapshotPages } from "../../components/hub/snapshot-pages.tsx";
import { BothViews } from "../../components/insight/both-views.tsx";
import { KnownAtDecision } from "../../components/insight/known-at-decision.tsx";
import { SecondLookForm } from "../../components/insight/second-look-form.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "insight.second-look");
  const { levels, familyCafLabel } = context.settings;
  return {
    title: "A second look",
    me: meOf(actor),
    page: await handled(() => readSecondLook(context, actor, params["id"] ?? "")),
    words: { levels, familyCafLabel },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "insight.second-look");
  const id = params["id"] ?? "";
  const form = parseForm(await readForm(args.request), {
    schema: secondLookSchema,
    fields: ["outcome", "level", "reason"],
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(
    () => makeSecondLook(context, actor, { id, ...form.value }),
    form.typed,
  );
  return refused ?? seeOther(href("insight.second-look", { id }));
}

export default function SecondLookRoute() {
  const { me, page, words } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  return (
    <StaffPage
      me={me}
      section="insight.second-looks"
      back={{ href: href("insight.second-looks"), text: "Back to the list" }}
    >
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">
        Look again: {page.child.name}, {page.child.age}
      </h1>
      <p className="govuk-body">
        Received {dayAndTime(page.receivedAt)}. You see it as it was {dayAndTime(page.decidedAt)}, when it was
        decided.
      </p>
      {again && "conflict" in again && page.both !== null && (
        <InsetText>Somebody else has looked at this one meanwhile. What you wrote was not kept.</InsetText>
      )}
      {page.both !== null && <BothViews both={page.both} words={words} />}
      <SnapshotPages pages={page.pages} />
      {page.files.length > 0 && (
        <ContactFiles reference={page.reference} files={page.files} asAt={page.asAt} />
      )}
      <KnownAtDecision page={page} familyCafLabel={words.familyCafLabel} />
      {page.both === null && (
        <SecondLookForm id={page.id} typed={again?.typed} problems={problems} words={words} />
      )}
    </StaffPage>
  );
}
