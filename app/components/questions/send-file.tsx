import { dangerAnswers } from "#domain/intake";
import { additionWords } from "#domain/wording/addition";
import { fileWords } from "#domain/wording/files";
import { senderWords } from "#domain/wording/sender";
import type { RefusedEntry } from "../../http/refused-entry.ts";
import type { Problems } from "../../http/form.ts";
import { acceptedFiles } from "../../http/accepted-files.ts";
import { pageForm } from "../frame/language-switch.tsx";
import { Button } from "../govuk/button.tsx";
import { FileUpload } from "../govuk/file-upload.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { useWords } from "../use-words.ts";

type SendFileProps = {
  /** Made with the page: what is sent twice is added once. */
  newKey: string;
  problems: Problems | null | undefined;
  again: RefusedEntry | undefined;
};

/** A file that comes after something was sent: with what it shows, and whether a child is in danger now. */
export function SendFile({ newKey, problems, again }: SendFileProps) {
  const words = useWords(senderWords).files;
  const [file, addition] = [useWords(fileWords), useWords(additionWords)];
  const typed = (name: string) => {
    const value = again?.typed[name];
    return typeof value === "string" ? value : "";
  };
  return (
    <form method="post" encType="multipart/form-data" id={pageForm} noValidate>
      <input type="hidden" name="key" value={typed("key") || newKey} />
      {file.intro.slice(1).map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      <FileUpload
        name="file"
        label={file.label}
        hint={file.hint}
        accept={acceptedFiles}
        error={problems?.fields["file"]}
      />
      <Textarea
        name="text"
        label={words.text}
        rows={5}
        value={typed("text")}
        error={problems?.fields["text"]}
      />
      <Radios
        name="danger"
        legend={{ text: addition.danger, classes: "govuk-fieldset__legend--s" }}
        value={typed("danger")}
        error={problems?.fields["danger"]}
        items={dangerAnswers.map((value) => ({ value, text: addition.dangers[value] }))}
      />
      <Button preventDoubleClick>{words.button}</Button>
    </form>
  );
}
