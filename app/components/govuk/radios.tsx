import { Choices, type ChoicesProps } from "./choices.tsx";
import { useTyped } from "../use-typed.ts";

type RadiosProps = ChoicesProps & { value?: string | undefined };

export function Radios({ value, items, ...choices }: RadiosProps) {
  const typed = useTyped(choices.name);
  const [chosen] = typed ?? [value];
  const marked = items.map((item) =>
    "divider" in item
      ? item
      : { ...item, checked: item.checked ?? (chosen !== undefined && item.value === chosen) },
  );
  return <Choices kind="radios" items={marked} {...choices} />;
}
