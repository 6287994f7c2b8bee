import type { InputHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, FormGroup, HintAndError, type AroundField } from "./form-group.tsx";
import { Label } from "./label.tsx";
import { useTyped } from "../use-typed.ts";

export type InputProps = AroundField & {
  name: string;
  label: ReactNode;
  id?: string | undefined;
  labelClasses?: string | undefined;
  isPageHeading?: boolean | undefined;
  classes?: string | undefined;
  value?: string | undefined;
  type?: "text" | "email" | "tel" | "search" | "password" | undefined;
  autocomplete?: string | undefined;
  inputmode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  spellcheck?: boolean | undefined;
  /** Offered by the browser while somebody types; without a browser that can, it is the plain field. */
  suggestions?: readonly string[] | undefined;
  prefix?: ReactNode;
  suffix?: ReactNode;
};

const Affix = ({ kind, children }: { kind: "prefix" | "suffix"; children: ReactNode }) => (
  <div className={`govuk-input__${kind}`} aria-hidden="true">
    {children}
  </div>
);

export function Input({ name, label, id = name, labelClasses, isPageHeading, ...input }: InputProps) {
  const { prefix, suffix } = input;
  const [typed] = useTyped(name) ?? [];
  const hasError = input.error !== undefined;
  const { suggestions = [] } = input;
  const field = (
    <input
      className={classNames("govuk-input", input.classes, hasError && "govuk-input--error")}
      id={id}
      name={name}
      type={input.type ?? "text"}
      spellCheck={input.spellcheck}
      // A code that was typed is never shown again.
      defaultValue={input.autocomplete === "one-time-code" ? undefined : (typed ?? input.value)}
      aria-describedby={describedBy(id, input)}
      autoComplete={input.autocomplete}
      inputMode={input.inputmode}
      list={suggestions.length > 0 ? `${id}-known` : undefined}
    />
  );
  return (
    <FormGroup hasError={hasError} classes={input.groupClasses}>
      <Label htmlFor={id} classes={labelClasses} isPageHeading={isPageHeading}>
        {label}
      </Label>
      <HintAndError id={id} hint={input.hint} error={input.error} />
      {prefix === undefined && suffix === undefined ? (
        field
      ) : (
        <div className="govuk-input__wrapper">
          {prefix !== undefined && <Affix kind="prefix">{prefix}</Affix>}
          {field}
          {suffix !== undefined && <Affix kind="suffix">{suffix}</Affix>}
        </div>
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-known`}>
          {suggestions.map((name) => (
            <option value={name} key={name} />
          ))}
        </datalist>
      )}
    </FormGroup>
  );
}
