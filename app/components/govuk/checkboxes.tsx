import { Choices, type ChoicesProps } from "./choices.tsx";

type CheckboxesProps = ChoicesProps & { values?: readonly string[] | undefined };

export function Checkboxes({ values = [], items, ...choices }: CheckboxesProps) {
  const marked = items.map((item) =>
    "divider" in item ? item : { ...item, checked: item.checked ?? values.includes(item.value) },
  );
  return <Choices kind="checkboxes" items={marked} {...choices} />;
}
