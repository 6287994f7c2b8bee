import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decidedPost } from "#app/http/decided-post";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { formatReference } from "#domain/reference";
import { readDecidedPage } from "#services/decisions/read-decided-page";
import { CorrectionForm } from "../../components/decision/correction-form.tsx";
import { DecidedChild } from "../../components/decision/decided-child.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Changes } from "../../components/pathways/changes.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.decided");
  const reference = params["reference"] ?? "";
  const { levels, familyCafLabel } = context.settings;
  return {
    title: `Decided: ${formatReference(reference)}`,
    me: meOf(actor),
    reference,
    page: await handled(() => readDecidedPage(context, actor, reference)),
    words: { levels, familyCafLabel },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.decided");
  const reference = params["reference"] ?? "";
  const body = await readForm(args.request);
  const again = await handled(() => decidedPost(context, actor, reference, body));
  if (again !== null) return data(again, { status: again.status });
  return seeOther(href("hub.contact.decided", { reference }));
}

export default function DecidedPage() {
  const { me, reference, page, words } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>() ?? null;
  const here = href("hub.contact.decided", { reference });
  const outcome = again?.writing.outcome ?? null;
  const writing = page.children.find(({ id }) => id === again?.writing.childId);
  return (
    <StaffPage
      me={me}
      section="hub.my-work"
      back={{ href: href("hub.contact", { reference }), text: "The contact" }}
    >
      {again !== null && (
        <Changes again={{ problems: again.problems, changes: again.changed?.changes ?? null }} />
      )}
      <span className="govuk-caption-l">{formatReference(reference)}</span>
      <h1 className="govuk-heading-l">What was decided</h1>
      {again !== null && outcome !== null && writing ? (
        <CorrectionForm {...{ page, outcome, again, words, here }} child={writing} />
      ) : (
        page.children.map((child) => (
          <DecidedChild
            key={child.id}
            child={child}
            again={again}
            mayCorrect={page.mayCorrect}
            organisations={page.organisations}
            words={words}
          />
        ))
      )}
      {page.children.length === 0 && <p className="govuk-body">Nothing is decided for this contact yet.</p>}
      {page.undecided.length > 0 && (
        <p className="govuk-body">
          Not decided yet: {page.undecided.join(", ")}.{" "}
          <a className="govuk-link" href={href("hub.contact.decide", { reference })}>
            Decide
          </a>
        </p>
      )}
    </StaffPage>
  );
}
