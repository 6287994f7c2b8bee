import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, type Typed } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { recommendPost } from "#app/http/recommend-post";
import { formFields } from "#domain/decision-form";
import { formatReference } from "#domain/reference";
import { readFormPage } from "#services/decisions/read-form-page";
import { ChooseOutcome } from "../../components/decision/choose-outcome.tsx";
import { DecisionHead } from "../../components/decision/decision-head.tsx";
import { HouseholdRulings } from "../../components/decision/household-rulings.tsx";
import { RecordForm } from "../../components/decision/record-form.tsx";
import { Standing } from "../../components/decision/standing.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { BackLink } from "../../components/govuk/back-link.tsx";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.recommend");
  const reference = params["reference"] ?? "";
  const { levels, familyCafLabel } = context.settings;
  return {
    title: `Recommend: ${formatReference(reference)}`,
    me: meOf(actor),
    reference,
    page: await handled(() => readFormPage(context, actor, { reference, page: "recommend" })),
    words: { levels, familyCafLabel },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.recommend");
  const reference = params["reference"] ?? "";
  const body = await readForm(args.request);
  const again = await handled(() => recommendPost(context, actor, reference, body));
  if (again !== null) return data(again, { status: again.status });
  return seeOther(href("hub.contact.recommend", { reference }));
}

/** The words that somebody typed, for the page that says they were second. */
const typedFields = (typed: Typed) =>
  Object.entries(typed).flatMap(([name, value]) => {
    const field = formFields[name];
    const words = field?.kind === "box" || field?.kind === "sentence";
    return words && typeof value === "string" ? [{ label: field.label, theirs: null, yours: value }] : [];
  });

export default function RecommendPage() {
  const { me, reference, page, words } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const writing = again?.writing ?? null;
  const child = page.subjects.find(({ id }) => id === writing?.childId);
  const open = page.subjects.filter(({ state }) => state === "waiting" || state === "sent_back");
  return (
    <StaffPage
      me={me}
      section="hub.triage"
      before={<BackLink href={href("hub.contact", { reference })}>The contact</BackLink>}
    >
      <FormProblems problems={again?.problems} />
      {again?.changed && (
        <ConflictSection reference={reference} changed={again.changed} fields={typedFields(again.typed)} />
      )}
      <DecisionHead title="Recommend" head={page.head} checks={page.checks} />
      <HouseholdRulings page={page} again={again} />
      {page.subjects
        .filter((one) => !open.includes(one) || one.recommendation?.returned)
        .map((one) => (
          <Standing key={one.id} child={one} words={words} />
        ))}
      {writing && child && page.unsettled.length === 0 ? (
        <RecordForm
          page={page}
          child={child}
          outcome={writing.outcome}
          typed={again?.typed ?? {}}
          problems={again?.problems ?? null}
          words={words}
        />
      ) : (
        page.unsettled.length === 0 &&
        open.map((one) => (
          <ChooseOutcome
            key={one.id}
            child={one}
            reference={reference}
            version={page.head.version}
            words={words}
          />
        ))
      )}
      {open.length === 0 && (
        <p className="govuk-body">Every child of this contact has a recommendation or a decision.</p>
      )}
    </StaffPage>
  );
}
