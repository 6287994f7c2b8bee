import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, FormGroup, HintAndError, type AroundField } from "./form-group.tsx";
import { Label } from "./label.tsx";
import { useTyped } from "../use-typed.ts";

export type TextareaProps = AroundField & {
  name: string;
  label: ReactNode;
  id?: string | undefined;
  labelClasses?: string | undefined;
  isPageHeading?: boolean | undefined;
  classes?: string | undefined;
  value?: string | undefined;
  rows?: number | undefined;
  autocomplete?: string | undefined;
  spellcheck?: boolean | undefined;
  /** Shown after the box: the count of a limited text. */
  after?: ReactNode;
  groupAttributes?: Record<`data-${string}`, string | number | undefined>;
};

export function Textarea({ name, label, id = name, labelClasses, isPageHeading, ...box }: TextareaProps) {
  const [typed] = useTyped(name) ?? [];
  const hasError = box.error !== undefined;
  return (
    <FormGroup hasError={hasError} classes={box.groupClasses} attributes={box.groupAttributes ?? {}}>
      <Label htmlFor={id} classes={labelClasses} isPageHeading={isPageHeading}>
        {label}
      </Label>
      <HintAndError id={id} hint={box.hint} error={box.error} />
      <textarea
        className={classNames("govuk-textarea", hasError && "govuk-textarea--error", box.classes)}
        id={id}
        name={name}
        rows={box.rows ?? 5}
        spellCheck={box.spellcheck}
        aria-describedby={describedBy(id, box)}
        autoComplete={box.autocomplete}
        defaultValue={typed ?? box.value}
      />
      {box.after}
    </FormGroup>
  );
}
