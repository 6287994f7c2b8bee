import { Choices, type ChoicesProps } from "./choices.tsx";

type RadiosProps = ChoicesProps & { value?: string | undefined };

export function Radios({ value, items, ...choices }: RadiosProps) {
  const marked = items.map((item) =>
    "divider" in item
      ? item
      : { ...item, checked: item.checked ?? (value !== undefined && item.value === value) },
  );
  return <Choices kind="radios" items={marked} {...choices} />;
}
