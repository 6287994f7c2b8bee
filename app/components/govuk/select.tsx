import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, FormGroup, HintAndError, type AroundField } from "./form-group.tsx";
import { Label } from "./label.tsx";
import { useTyped } from "../use-typed.ts";

type SelectProps = AroundField & {
  name: string;
  label: ReactNode;
  items: readonly { value: string; text: string }[];
  id?: string | undefined;
  labelClasses?: string | undefined;
  classes?: string | undefined;
  value?: string | undefined;
};

export function Select({
  name,
  label,
  items,
  id = name,
  labelClasses,
  classes,
  value,
  ...around
}: SelectProps) {
  const [typed] = useTyped(name) ?? [];
  const hasError = around.error !== undefined;
  return (
    <FormGroup hasError={hasError} classes={around.groupClasses}>
      <Label htmlFor={id} classes={labelClasses}>
        {label}
      </Label>
      <HintAndError id={id} hint={around.hint} error={around.error} />
      <select
        className={classNames("govuk-select", classes, hasError && "govuk-select--error")}
        id={id}
        name={name}
        defaultValue={typed ?? value}
        aria-describedby={describedBy(id, around)}
      >
        {items.map((item) => (
          <option key={item.value} value={item.value}>
            {item.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
