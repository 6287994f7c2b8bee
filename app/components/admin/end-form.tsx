import type { FormState } from "../../http/admin-form.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { ReasonBox } from "./reason-box.tsx";

type EndFormProps = { action: string; form: FormState; summary: string; says: string; button: string };

/** Ends an organisation, a team or a person; folded away, because it is seldom what somebody came for. */
export function EndForm({ action, form, summary, says, button }: EndFormProps) {
  return (
    <Details summary={summary} open={form.problems !== undefined}>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="do" value="end" />
        <p className="govuk-body">{says}</p>
        <ReasonBox form={form} />
        <Button classes="govuk-button--warning" preventDoubleClick>
          {button}
        </Button>
      </form>
    </Details>
  );
}
