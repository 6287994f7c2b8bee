import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeFamily } from "#app/http/family-posts";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsOfOne } from "#app/http/refused-change";
import { readFamily } from "#services/households/read-family";
import { Bundled, SuggestedBundles } from "../../components/hub/bundle-forms.tsx";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { FamilyLines } from "../../components/hub/family-lines.tsx";
import { FamilyLinks } from "../../components/hub/family-links.tsx";
import { FamilyPeople } from "../../components/hub/family-people.tsx";
import { familyFormId } from "../../components/hub/family-form-id.ts";
import { FormProblems } from "../../components/public/form-problems.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.family");
  return {
    title: "Family",
    me: meOf(actor),
    family: await handled(() => readFamily(context, actor, params["reference"] ?? "")),
    familyCafLabel: context.settings.familyCafLabel,
    bundleDays: context.settings.bundleDays,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.family");
  const body = await readForm(args.request);
  return changeFamily({ context, actor, reference: params["reference"] ?? "" }, body);
}

export default function ContactFamilyPage() {
  const { me, family, familyCafLabel, bundleDays } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { head } = family;
  const formId = familyFormId(again?.typed);
  const problems = again && "problems" in again ? problemsOfOne(again.problems, formId) : undefined;
  const form = { formId, typed: again?.typed, problems };
  const reason = again?.typed["reason"];
  return (
    <ContactPage me={me} head={head} current="hub.contact.family">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Family</h1>
      {again && "conflict" in again && (
        <ConflictSection
          reference={head.reference}
          changed={again.conflict}
          fields={[{ label: "How I know", theirs: null, yours: typeof reason === "string" ? reason : "" }]}
        />
      )}
      <FamilyPeople people={family.people} here={head.reference} />
      <FamilyLines family={family} familyCafLabel={familyCafLabel} />
      <Bundled members={family.members} head={head} form={form} />
      <SuggestedBundles suggestions={family.suggestions} head={head} days={bundleDays} form={form} />
      <FamilyLinks links={family.links} head={head} form={form} />
    </ContactPage>
  );
}
