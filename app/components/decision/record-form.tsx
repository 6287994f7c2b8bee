import { outcomeLabel, type Outcome } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import type { FormChild, FormPage } from "#services/decisions/read-form-page";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { keptAsTyped, UnsentFields } from "../hub/unsent.tsx";
import { RecordFields } from "./record-fields.tsx";

type RecordFormProps = {
  page: FormPage;
  child: FormChild;
  outcome: Outcome;
  typed: Typed;
  problems: Problems | null;
  words: Pick<Settings, "levels" | "familyCafLabel">;
};

/** One child's recommendation, to be written and sent. */
export function RecordForm({ page, child, outcome, typed, problems, words }: RecordFormProps) {
  const here = href("hub.contact.recommend", { reference: page.head.reference });
  return (
    <form
      method="post"
      action={here}
      noValidate
      {...keptAsTyped({ form: "recommend", of: page.head.reference })}
    >
      <UnsentFields />
      <input type="hidden" name="do" value="recommend" />
      <input type="hidden" name="version" value={page.head.version} />
      <input type="hidden" name="formKey" value={page.formKey} />
      <input type="hidden" name="child" value={child.id} />
      <input type="hidden" name="outcome" value={outcome} />
      <h2 className="govuk-heading-m">
        {child.name}: {outcomeLabel(outcome, words)}
      </h2>
      <RecordFields
        outcome={outcome}
        typed={typed}
        problems={problems}
        levels={words.levels}
        organisations={page.organisations}
        asking={child.asking}
      />
      {problems?.fields["namesChecked"] !== undefined && (
        <Checkboxes
          name="namesChecked"
          legend={{ text: "A name from another contact", classes: "govuk-fieldset__legend--s" }}
          error={problems.fields["namesChecked"]}
          items={[{ value: "yes", text: "I looked: my words are about this family" }]}
        />
      )}
      <div className="govuk-button-group">
        <Button>Recommend this for {child.name}</Button>
        <a className="govuk-link" href={here}>
          Choose another outcome
        </a>
      </div>
    </form>
  );
}
