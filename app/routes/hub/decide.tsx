import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decidePost } from "#app/http/decide-post";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { readTypedForm, sentTyped } from "#app/http/unsent";
import { formatReference } from "#domain/reference";
import type { ContactHead } from "#services/contacts/contact-head";
import { readFormPage } from "#services/decisions/read-form-page";
import { BesideWhatWasSaid } from "../../components/decision/beside-what-was-said.tsx";
import { ChildVerdict } from "../../components/decision/child-verdict.tsx";
import { DecidedMeanwhile } from "../../components/decision/decided-meanwhile.tsx";
import { DecisionHead } from "../../components/decision/decision-head.tsx";
import { NewerSeen } from "../../components/decision/newer-seen.tsx";
import { Standing } from "../../components/decision/standing.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { keptAsTyped, UnsentFields, UnsentOffers } from "../../components/hub/unsent.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.decide");
  const reference = params["reference"] ?? "";
  const { levels, familyCafLabel } = context.settings;
  return {
    title: `Decide: ${formatReference(reference)}`,
    me: meOf(actor),
    reference,
    page: await handled(() => readFormPage(context, actor, { reference, page: "decide" })),
    words: { levels, familyCafLabel },
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.decide");
  const reference = params["reference"] ?? "";
  const body = await readTypedForm(args);
  const again = await handled(async () => {
    // A kept form that is only shown again carries every record that it had opened.
    const { subjects } = context.showingKeptForm
      ? { subjects: [] }
      : await readFormPage(context, actor, { reference, page: "decide" });
    const recommended = subjects.flatMap(({ id, state, recommendation }) =>
      state === "recommended" && recommendation ? [[id, recommendation] as const] : [],
    );
    return decidePost(context, actor, reference, body, new Map(recommended));
  });
  if (again !== null) return data(again, { status: again.status });
  await sentTyped(context, actor, { form: "decide", of: reference, body });
  const returned = [...body].some(([name, value]) => name.endsWith(".verdict") && value === "send_back");
  return seeOther(href("hub.contact.decide", { reference }, { done: returned ? "returned" : "decided" }));
}

export default function DecidePage() {
  const { me, reference, page, words, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const here = href("hub.contact.decide", { reference });
  const open = page.subjects.filter(({ state }) => state !== "decided");
  const decided = page.subjects.filter((child) => !open.includes(child));
  return (
    <StaffPage
      me={me}
      section="hub.my-work"
      back={{ href: href("hub.contact", { reference }), text: "The contact" }}
    >
      {again === undefined && <Recorded done={done} left={open.length} />}
      <FormProblems problems={again?.problems} />
      <DecidedMeanwhile
        reference={reference}
        changed={again?.changed ?? null}
        typed={again?.typed ?? {}}
        words={words}
      />
      <DecisionHead title="Decide" page={page} familyCafLabel={words.familyCafLabel} />
      <UnsentOffers form="decide" of={reference} offers={page.unsent} asAt={page.head.asAt} />
      <BesideWhatWasSaid page={page} levels={words.levels}>
        {decided.map((child) => (
          <Standing key={child.id} child={child} words={words} organisations={page.organisations} />
        ))}
        {open.length === 0 ? (
          <AllDecided head={page.head} />
        ) : (
          <form method="post" action={here} noValidate {...keptAsTyped({ form: "decide", of: reference })}>
            <UnsentFields />
            <input type="hidden" name="version" value={page.head.version} />
            <input type="hidden" name="formKey" value={page.formKey} />
            <input type="hidden" name="contact" value={page.contactId} />
            <NewerSeen newer={page.newer} posted={again?.seen} problems={again?.problems} />
            {open.map((child) => (
              <ChildVerdict
                key={child.id}
                child={child}
                page={page}
                typed={again?.typed ?? {}}
                problems={again?.problems ?? null}
                writing={again?.writing[child.id] ?? null}
                words={words}
              />
            ))}
            <p className="govuk-body">
              A decision cannot be undone. A correction is a new decision that replaces it.
            </p>
            <Button preventDoubleClick>Record decision</Button>
          </form>
        )}
      </BesideWhatWasSaid>
    </StaffPage>
  );
}

function Recorded({ done, left }: { done: string | null; left: number }) {
  if (done !== "returned" && done !== "decided") return null;
  const decided =
    left === 0
      ? "Recorded. What was decided is on its way to whoever does it."
      : "Recorded. Another child of this contact still waits.";
  return (
    <NotificationBanner type="success">
      {done === "returned" ? "Your question went back to the screener. The clock keeps running." : decided}
    </NotificationBanner>
  );
}

function AllDecided({ head: { can, reference } }: { head: ContactHead }) {
  return (
    <>
      <p className="govuk-body">Every child of this contact is decided.</p>
      {can.seeDecided && (
        <ul className="govuk-list">
          <li>
            <a className="govuk-link" href={href("hub.contact.decided", { reference })}>
              What was decided, in full
            </a>
          </li>
          <li>
            <a className="govuk-link" href={href("hub.my-work")}>
              What else waits for you
            </a>
          </li>
        </ul>
      )}
    </>
  );
}
