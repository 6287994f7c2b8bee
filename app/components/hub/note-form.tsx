import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { keptAsTyped, UnsentFields } from "./unsent.tsx";

export const noteKindWords = {
  note: "A note",
  call: "A call or conversation",
  correction: "A correction of what was sent",
  kept_text: "Text kept after a conflict",
} as const;

const offered = ["note", "call", "correction"] as const;

type NoteFormProps = { reference: string; typed?: Typed | undefined; problems?: Problems | undefined };

/** What is written stays: a mistake is put right by another note. */
export function NoteForm({ reference, typed = {}, problems }: NoteFormProps) {
  return (
    <form
      method="post"
      action={href("hub.contact.notes", { reference })}
      noValidate
      {...keptAsTyped({ form: "notes", of: reference })}
    >
      <UnsentFields />
      <Radios
        name="kind"
        legend={{ text: "What is it?", classes: "govuk-fieldset__legend--s" }}
        classes="govuk-radios--small govuk-radios--inline"
        error={problems?.fields["kind"]}
        items={offered.map((kind) => ({
          value: kind,
          text: noteKindWords[kind],
          checked: typed["kind"] === kind,
        }))}
      />
      <Textarea
        name="text"
        label="What to keep"
        hint="Write so that somebody else can act on it. It cannot be changed later."
        rows={4}
        value={typeof typed["text"] === "string" ? typed["text"] : ""}
        error={problems?.fields["text"]}
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Save the note
      </Button>
    </form>
  );
}
