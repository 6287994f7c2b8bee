import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Typed } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { recommendPost } from "#app/http/recommend-post";
import { readTypedForm, sentTyped } from "#app/http/unsent";
import { formFields } from "#domain/decision-form";
import { formatReference } from "#domain/reference";
import { readFormPage } from "#services/decisions/read-form-page";
import { BesideWhatWasSaid } from "../../components/decision/beside-what-was-said.tsx";
import { ChooseOutcome } from "../../components/decision/choose-outcome.tsx";
import { DecisionHead } from "../../components/decision/decision-head.tsx";
import { HouseholdRulings } from "../../components/decision/household-rulings.tsx";
import { NotHolding } from "../../components/decision/not-holding.tsx";
import { RecordForm } from "../../components/decision/record-form.tsx";
import { Standing } from "../../components/decision/standing.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { TakeNext } from "../../components/hub/take-next.tsx";
import { UnsentOffers } from "../../components/hub/unsent.tsx";
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
    done: new URL(args.request.url).searchParams.get("done") === "recommended",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.recommend");
  const reference = params["reference"] ?? "";
  const body = await readTypedForm(args);
  const again = await handled(() => recommendPost(context, actor, reference, body));
  if (again !== null) return data(again, { status: again.status });
  await sentTyped(context, actor, { form: "recommend", of: reference, body });
  const done: Record<string, string> = body.get("do") === "recommend" ? { done: "recommended" } : {};
  return seeOther(href("hub.contact.recommend", { reference }, done));
}

/** The words that somebody typed, for the page that says they were second. */
const typedFields = (typed: Typed) =>
  Object.entries(typed).flatMap(([name, value]) => {
    const field = formFields[name];
    const words = field?.kind === "box" || field?.kind === "sentence";
    return words && typeof value === "string" ? [{ label: field.label, theirs: null, yours: value }] : [];
  });

export default function RecommendPage() {
  const { me, reference, page, words, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const writing = again?.writing ?? null;
  const child = page.subjects.find(({ id }) => id === writing?.childId);
  const open = page.subjects.filter(({ state }) => state === "waiting" || state === "sent_back");
  const mayWrite = page.head.can.recommend;
  return (
    <StaffPage
      me={me}
      section="hub.triage"
      back={{ href: href("hub.contact", { reference }), text: "The contact" }}
    >
      {done && again === undefined && <Recommended all={open.length === 0} />}
      <FormProblems problems={again?.problems} />
      {again?.changed && mayWrite && (
        <ConflictSection reference={reference} changed={again.changed} fields={typedFields(again.typed)} />
      )}
      <DecisionHead title="Recommend" page={page} familyCafLabel={words.familyCafLabel} />
      <UnsentOffers form="recommend" of={reference} offers={page.unsent} asAt={page.head.asAt} />
      {open.length > 0 && !mayWrite && <NotHolding head={page.head} written={again !== undefined} />}
      <BesideWhatWasSaid page={page} levels={words.levels}>
        {(mayWrite || again !== undefined) && <HouseholdRulings page={page} again={again} />}
        {page.subjects
          .filter((one) => !open.includes(one) || one.recommendation?.returned)
          .map((one) => (
            <Standing key={one.id} child={one} words={words} organisations={page.organisations} />
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
          mayWrite &&
          page.unsettled.length === 0 &&
          open.map((one) => (
            <ChooseOutcome
              key={one.id}
              child={one}
              reference={reference}
              version={page.head.version}
              problems={again?.problems ?? null}
              words={words}
            />
          ))
        )}
        {open.length === 0 && (
          <p className="govuk-body">Every child of this contact has a recommendation or a decision.</p>
        )}
      </BesideWhatWasSaid>
    </StaffPage>
  );
}

/** After sending: what happens with it, and the way to what is next. */
function Recommended({ all }: { all: boolean }) {
  return (
    <>
      <NotificationBanner type="success">
        {all
          ? "Your recommendation waits for a manager. They have been told."
          : "Your recommendation is kept. Another child of this contact still needs one."}
      </NotificationBanner>
      {all && <TakeNext />}
    </>
  );
}
