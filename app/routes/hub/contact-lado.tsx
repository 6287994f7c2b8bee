import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { ladoFormWords, openLadoSchema } from "#domain/lado";
import { openLado, readLadoForm } from "#services/lado/open-lado";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { LadoForm } from "../../components/lado/lado-form.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.lado");
  const head = await handled(() => readLadoForm(context, actor, params["reference"] ?? ""));
  const told = new URL(args.request.url).searchParams.has("told");
  return { title: "Tell the designated officer", me: meOf(actor), head, told };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.lado");
  const reference = params["reference"] ?? "";
  const form = parseForm(await readForm(args.request), {
    schema: openLadoSchema,
    fields: ["name", "work", "employer", "worry", "staffEmail", "bypass"],
    many: ["tests"],
    words: ladoFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const asked = { reference, ...form.value };
  const refused = await refusedChange(() => openLado(context, actor, asked), form.typed);
  return refused ?? seeOther(href("hub.contact.lado", { reference }, { told: "yes" }));
}

export default function ContactLadoPage() {
  const { me, head, told } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  return (
    <ContactPage me={me} head={head} current="hub.contact.lado">
      <FormProblems problems={problems} />
      {told && again === undefined && (
        <NotificationBanner type="success" title="Told">
          <p className="govuk-notification-banner__heading">The designated officer has been told</p>
          <p className="govuk-body">
            What you wrote is theirs now, and cannot be read here. Go on with what the child needs.
          </p>
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">Tell the designated officer (LADO)</h1>
      <p className="govuk-body">
        For a worry about somebody who works with children, paid or not. It stands beside this contact and
        changes nothing for the child: decide about them as usual.
      </p>
      <InsetText>
        What you write here is sealed: only the designated officer reads it, and not you again. Do not name
        the adult in notes or decisions that others read more widely than they need to.
      </InsetText>
      <LadoForm reference={head.reference} typed={again?.typed} problems={problems} />
    </ContactPage>
  );
}
