import { outcomeFacts, outcomeLabel, outcomes } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";

type SecondLookFormProps = {
  id: string;
  typed: Typed | undefined;
  problems: Problems | undefined;
  words: Pick<Settings, "levels" | "familyCafLabel">;
};

/** What somebody would have decided. Nothing is chosen. */
export function SecondLookForm({ id, typed, problems, words }: SecondLookFormProps) {
  const text = (name: string) => {
    const value = typed?.[name];
    return typeof value === "string" ? value : "";
  };
  const around = (name: string) => ({ name, value: text(name), error: problems?.fields[name] });
  return (
    <form method="post" action={href("insight.second-look", { id })} noValidate>
      <h2 className="govuk-heading-m">What would you have decided?</h2>
      <Radios
        {...around("outcome")}
        legend={{ text: "Outcome", classes: "govuk-fieldset__legend--s" }}
        items={outcomes.map((outcome) => ({
          value: outcome,
          text: outcomeLabel(outcome, words),
          hint: outcomeFacts[outcome].meaning,
        }))}
      />
      <Radios
        {...around("level")}
        legend={{ text: "Level of need", classes: "govuk-fieldset__legend--s" }}
        items={words.levels.map(({ level, name }) => ({ value: String(level), text: `${level}: ${name}` }))}
      />
      <Input id="reason" {...around("reason")} label="Why, in one sentence" labelClasses="govuk-label--s" />
      <p className="govuk-body">Once you keep it, you see what was decided, and cannot change yours.</p>
      <Button preventDoubleClick>Keep my view</Button>
    </form>
  );
}
