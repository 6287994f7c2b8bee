import { Choices, type ChoicesProps } from "./choices.tsx";
import { useTyped } from "../use-typed.ts";

type CheckboxesProps = ChoicesProps & { values?: readonly string[] | undefined };

export function Checkboxes({ values = [], items, ...choices }: CheckboxesProps) {
  const ticked = useTyped(choices.name) ?? values;
  const marked = items.map((item) =>
    "divider" in item ? item : { ...item, checked: item.checked ?? ticked.includes(item.value) },
  );
  return <Choices kind="checkboxes" items={marked} {...choices} />;
}
