import type { Problems, Typed } from "../../http/form.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";

type ReasonFormProps = {
  action: string;
  label: string;
  hint?: string | undefined;
  button: string;
  /** Leave the box out when no reason is needed. */
  asks?: boolean | undefined;
  typed?: Typed | undefined;
  problems?: Problems | undefined;
};

/** One line of why, and one button. */
export function ReasonForm({ action, label, hint, button, asks = true, typed, problems }: ReasonFormProps) {
  const reason = typed?.["reason"];
  return (
    <form method="post" action={action} noValidate>
      {asks && (
        <Input
          name="reason"
          label={label}
          hint={hint}
          value={typeof reason === "string" ? reason : ""}
          error={problems?.fields["reason"]}
          autocomplete="off"
        />
      )}
      <Button preventDoubleClick>{button}</Button>
    </form>
  );
}
