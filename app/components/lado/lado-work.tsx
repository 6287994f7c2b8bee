import { ladoFindings, ladoFindingWords } from "#domain/lado";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";

type LadoWorkProps = {
  id: string;
  takenUp: boolean;
  typed: Typed | undefined;
  problems: Problems | undefined;
};

/** One box for what was done, and a button for each thing that can be done with it. */
export function LadoWork({ id, takenUp, typed, problems }: LadoWorkProps) {
  const text = (name: string) => {
    const value = typed?.[name];
    return typeof value === "string" ? value : "";
  };
  return (
    <form method="post" action={href("lado.record", { id })} noValidate>
      <Textarea
        name="note"
        label="What you did, found or decided"
        value={text("note")}
        error={problems?.fields["note"]}
        rows={6}
        autocomplete="off"
      />
      <div className="govuk-button-group">
        {!takenUp && (
          <Button name="what" value="acknowledge">
            Take it up
          </Button>
        )}
        <Button classes="govuk-button--secondary" name="what" value="note">
          Keep this note
        </Button>
      </div>
      <Radios
        name="finding"
        legend={{ text: "What you found", classes: "govuk-fieldset__legend--s" }}
        hint="Only to close the record."
        value={text("finding")}
        error={problems?.fields["finding"]}
        items={ladoFindings.map((value) => ({ value, text: ladoFindingWords[value] }))}
      />
      <Button classes="govuk-button--warning" name="what" value="close">
        Close this record
      </Button>
    </form>
  );
}
