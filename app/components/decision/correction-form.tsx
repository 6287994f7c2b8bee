import { outcomeLabel, type Outcome } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import type { DecidedChild, DecidedPage } from "#services/decisions/read-decided-page";
import type { DecidedAgain } from "../../http/decided-post.ts";
import { Button } from "../govuk/button.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { RecordFields } from "./record-fields.tsx";

type CorrectionFormProps = {
  page: DecidedPage;
  child: DecidedChild;
  outcome: Outcome;
  again: DecidedAgain;
  words: Pick<Settings, "levels" | "familyCafLabel">;
  /** Where "Leave it as it is" leads. */
  here: string;
};

/** A new decision in place of the one that stands. The old one stays on record, with its reasons. */
export function CorrectionForm({ page, child, outcome, again, words, here }: CorrectionFormProps) {
  const ownReason = again.typed["ownReason"];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="do" value="correct" />
      <input type="hidden" name="version" value={again.changed?.version ?? page.head.version} />
      <input type="hidden" name="formKey" value={page.formKey} />
      <input type="hidden" name="child" value={child.id} />
      <input type="hidden" name="decision" value={child.decision.id} />
      <input type="hidden" name="outcome" value={outcome} />
      <h2 className="govuk-heading-m">
        {child.name}: {outcomeLabel(outcome, words)}, in place of{" "}
        {outcomeLabel(child.decision.outcome, words)}
      </h2>
      <Textarea
        id="ownReason"
        name="ownReason"
        label="Why is the decision put right?"
        labelClasses="govuk-label--s"
        rows={3}
        value={typeof ownReason === "string" ? ownReason : ""}
        error={again.problems?.fields["ownReason"]}
      />
      <RecordFields
        outcome={outcome}
        typed={again.typed}
        problems={again.problems}
        levels={words.levels}
        organisations={page.organisations}
        asking={child.asking}
      />
      <div className="govuk-button-group">
        <Button preventDoubleClick>Record the new decision</Button>
        <a className="govuk-link" href={here}>
          Leave it as it is
        </a>
      </div>
    </form>
  );
}
