import { verdictWords, type Verdict } from "#domain/decision";
import { outcomeFacts, outcomeLabel, outcomes, type Outcome } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import type { FormChild, FormPage } from "#services/decisions/read-form-page";
import type { Problems, Typed } from "../../http/form.ts";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { RecordFields } from "./record-fields.tsx";
import { Standing } from "./standing.tsx";

type ChildVerdictProps = {
  child: FormChild;
  page: FormPage;
  typed: Typed;
  problems: Problems | null;
  writing: Outcome | null;
  words: Pick<Settings, "levels" | "familyCafLabel">;
};

/** One child's part of the decision: what is recommended, and what the manager does with it. Nothing is chosen. */
export function ChildVerdict({ child, page, typed, problems, writing, words }: ChildVerdictProps) {
  const name = (field: string) => `${child.id}.${field}`;
  const text = (field: string) => {
    const value = typed[name(field)];
    return typeof value === "string" ? value : "";
  };
  const around = (field: string) => ({ value: text(field), error: problems?.fields[name(field)] });
  const waits = child.state === "recommended";
  const other = (
    <Radios
      name={name("other")}
      legend={{ text: "Which outcome?", classes: "govuk-fieldset__legend--s" }}
      {...around("other")}
      items={outcomes.map((outcome) => ({
        value: outcome,
        text: outcomeLabel(outcome, words),
        hint: outcomeFacts[outcome].meaning,
      }))}
    />
  );
  const question = (
    <Textarea
      name={name("question")}
      label="Your question to the screener"
      hint="The clock keeps running"
      rows={2}
      {...around("question")}
    />
  );
  const item = (value: Verdict) => ({
    value,
    text: waits ? verdictWords[value] : "Decide now, without a recommendation",
    ...(value === "decide_something_else" ? { conditional: other } : {}),
    ...(value === "send_back" ? { conditional: question } : {}),
  });
  const offered = waits
    ? (["agree", "agree_with_changes", "decide_something_else", "send_back"] as const)
    : (["decide_something_else"] as const);
  const because = child.ownSentenceBecause;
  return (
    <>
      <input type="hidden" name="child" value={child.id} />
      <Standing child={child} words={words} organisations={page.organisations} />
      <Radios
        name={name("verdict")}
        legend={{
          text: waits
            ? `What do you do with it?`
            : `Nothing is recommended for ${child.name} yet. Decide at once?`,
          classes: "govuk-fieldset__legend--s",
        }}
        {...around("verdict")}
        items={offered.map(item)}
      />
      <Textarea
        name={name("ownReason")}
        label="Your reason"
        labelClasses="govuk-label--s"
        hint={
          because.length > 0
            ? `One sentence of your own is needed, because ${because.join(", and ")}`
            : "Needed unless you agree. One to three sentences is enough"
        }
        rows={2}
        {...around("ownReason")}
      />
      {child.earlierContacts > 0 && (
        <Textarea
          name={name("pattern")}
          label="What do you make of the pattern of contacts?"
          labelClasses="govuk-label--s"
          rows={2}
          {...around("pattern")}
        />
      )}
      {(problems?.fields[name("withoutAnswer")] ?? text("withoutAnswer")) !== "" && (
        <Checkboxes
          name={name("withoutAnswer")}
          legend={{ text: "Somebody has not answered", classes: "govuk-fieldset__legend--s" }}
          values={[text("withoutAnswer")]}
          error={problems?.fields[name("withoutAnswer")]}
          items={[{ value: "yes", text: "End it without that answer" }]}
        />
      )}
      {writing !== null && (
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
            What you decide for {child.name}: {outcomeLabel(writing, words)}
          </legend>
          <input type="hidden" name={name("outcome")} value={writing} />
          <RecordFields
            outcome={writing}
            prefix={`${child.id}.`}
            typed={typed}
            problems={problems}
            levels={words.levels}
            organisations={page.organisations}
            asking={child.asking}
          />
        </fieldset>
      )}
    </>
  );
}
