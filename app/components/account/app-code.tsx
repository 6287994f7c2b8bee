import { Input } from "../govuk/input.tsx";

/** Six digits that an app shows or an email brought. Pasting works, and spaces do no harm. */
export function AppCode({
  error,
  label = "The six digits that your authenticator app shows",
  hint,
}: {
  error: string | undefined;
  label?: string;
  hint?: string;
}) {
  return (
    <Input
      name="code"
      label={label}
      hint={hint}
      error={error}
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck={false}
      classes="govuk-input--width-10"
    />
  );
}
