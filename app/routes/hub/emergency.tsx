import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { emergencySchema, hubFormWords } from "#domain/hub-forms";
import { glassMinutes, glassReviewHours } from "#domain/restriction";
import { breakGlass } from "#services/restricted/break-glass";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Textarea } from "../../components/govuk/textarea.tsx";
import { WarningText } from "../../components/govuk/warning-text.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await guard(args, "hub.emergency");
  return { title: "Open a restricted contact in an emergency", me: meOf(actor) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "hub.emergency");
  const form = parseForm(await readForm(args.request), {
    schema: emergencySchema,
    fields: ["reference", "reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  let reference = "";
  const refused = await refusedChange(async () => {
    ({ reference } = await breakGlass(context, actor, form.value));
  }, form.typed);
  return refused ?? seeOther(href("hub.contact", { reference }));
}

export default function EmergencyPage() {
  const { me } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const typed = (name: string) => {
    const value = again?.typed[name];
    return typeof value === "string" ? value : "";
  };
  return (
    <StaffPage me={me} section="hub.my-work" back={{ href: href("hub.my-work"), text: "Back to my work" }}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Open a restricted contact in an emergency</h1>
      <p className="govuk-body">
        Some contacts are known to managers alone. If a child cannot wait for one of them, you can open a
        contact whose reference you were given.
      </p>
      <WarningText>
        {`It stays open for ${glassMinutes} minutes. The records officer and every manager are told now who opened it, and somebody asks within ${glassReviewHours} hours whether it was needed.`}
      </WarningText>
      <form method="post" action={href("hub.emergency")} noValidate>
        <Input
          name="reference"
          label="Reference of the contact"
          hint="Eight letters and figures, such as HK4M 7Q2X"
          value={typed("reference")}
          error={problems?.fields["reference"]}
          classes="govuk-input--width-10"
          autocomplete="off"
        />
        <Textarea
          name="reason"
          label="Why it cannot wait for a manager"
          rows={3}
          value={typed("reason")}
          error={problems?.fields["reason"]}
          autocomplete="off"
        />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Open it now
        </Button>
      </form>
    </StaffPage>
  );
}
