import { formatReference } from "#domain/reference";
import type { Newer } from "#services/contacts/load-newer";
import type { Problems } from "../../http/form.ts";
import { Checkboxes } from "../govuk/checkboxes.tsx";

type NewerSeenProps = {
  newer: Newer;
  /** What the form carried when it was sent; nothing when the page is opened, and then it shows all that there is. */
  posted: readonly string[] | undefined;
  problems: Problems | null | undefined;
};

/** Carries which newer contacts the form was made in the knowledge of, and asks for a tick about what came since. */
export function NewerSeen({ newer: { references }, posted = references, problems }: NewerSeenProps) {
  const unseen = references.filter((reference) => !posted.includes(reference));
  const seen = references.filter((reference) => posted.includes(reference));
  return (
    <>
      <input type="hidden" name="seen" value={seen.join(" ")} />
      {unseen.length > 0 && (
        <Checkboxes
          name="seen"
          legend={{
            text: `Came since you opened this form: ${unseen.map(formatReference).join(", ")}`,
            classes: "govuk-fieldset__legend--s",
          }}
          error={problems?.fields["seen"]}
          items={[{ value: unseen.join(" "), text: "I have seen it" }]}
        />
      )}
    </>
  );
}
