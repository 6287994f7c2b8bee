import type { FormState } from "../../http/admin-form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Input } from "../govuk/input.tsx";

type NoTraceFormProps = {
  id: string;
  formKey: string;
  /** What this person searched last time; null when they never answered. */
  systems: string | null;
  form?: FormState;
  /** Makes ids that no other form of the page has. */
  suffix: string;
};

/**
 * "No trace" in two taps: one says that the same systems were searched as last time, one sends. Whoever searched others
 * types them instead.
 */
export function NoTraceForm({ id, formKey, systems, form, suffix }: NoTraceFormProps) {
  return (
    <form method="post" action={href("partner.request", { id })} noValidate>
      <input type="hidden" name="do" value="no_trace" />
      <input type="hidden" name="formKey" value={formKey} />
      {systems !== null && (
        <Checkboxes
          name="asBefore"
          idPrefix={`asBefore-${suffix}`}
          values={form?.values("asBefore")}
          items={[{ value: "yes", text: `I searched the same as last time: ${systems}` }]}
        />
      )}
      <Input
        name="systems"
        id={`systems-${suffix}`}
        label={systems === null ? "Which systems did you search?" : "Or which others did you search?"}
        value={form?.value("systems") ?? ""}
        error={form?.problems?.fields["systems"]}
        autocomplete="off"
      />
      <Button preventDoubleClick>No trace</Button>
    </form>
  );
}
