import { FormGroup, describedBy, HintAndError } from "./form-group.tsx";
import { Label } from "./label.tsx";

type FileUploadProps = {
  name: string;
  label: string;
  hint: string;
  accept: string;
  error: string | undefined;
};

/** One file to choose. It works without JavaScript, and a browser keeps no file in a form that comes back. */
export function FileUpload({ name, label, hint, accept, error }: FileUploadProps) {
  return (
    <FormGroup hasError={error !== undefined}>
      <Label htmlFor={name}>{label}</Label>
      <HintAndError id={name} hint={hint} error={error} />
      <input
        className="govuk-file-upload"
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(name, { hint, error })}
      />
    </FormGroup>
  );
}
