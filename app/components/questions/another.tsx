import type { ListTexts } from "#domain/questions/question";
import { Radios } from "../govuk/radios.tsx";

type AnotherProps = {
  list: ListTexts;
  asks: readonly string[];
  chosen: string;
  error: string | undefined;
};

/** Whether there is another entry: under the list of them, or under the last one. */
export function Another({ list, asks, chosen, error }: AnotherProps) {
  return (
    <Radios
      name="another"
      legend={{ text: list.another, classes: "govuk-fieldset__legend--m" }}
      error={error}
      value={chosen}
      items={asks.map((ask) => ({ value: ask, text: list.options[ask] ?? ask }))}
    />
  );
}
