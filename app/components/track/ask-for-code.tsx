import { senderWords } from "#domain/wording/sender";
import type { RefusedEntry } from "../../http/refused-entry.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { useWords } from "../use-words.ts";
import { pageForm } from "../frame/language-switch.tsx";

/** Asks for the address at work that a code is sent to. */
export function AskForCode({ refused }: { refused: RefusedEntry | undefined }) {
  const words = useWords(senderWords).track;
  const typed = refused?.typed["email"];
  return (
    <form method="post" id={pageForm} noValidate>
      <p className="govuk-body">{words.intro}</p>
      <Input
        name="email"
        label={words.email}
        hint={words.emailHint}
        type="email"
        autocomplete="email"
        spellcheck={false}
        value={typeof typed === "string" ? typed : undefined}
        error={refused?.problems.fields["email"]}
        classes="govuk-input--width-20"
      />
      <Button preventDoubleClick>{words.send}</Button>
    </form>
  );
}
