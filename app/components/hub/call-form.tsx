import { dangerAnswers } from "#domain/intake";
import {
  callerNames,
  callers,
  callLabels,
  childFields,
  parentsKnowNames,
  parentsKnowWords,
} from "#domain/phone-call";
import { additionWords } from "#domain/wording/addition";
import type { TypedCall } from "#services/phone/open-call";
import type { Problems } from "../../http/form.ts";
import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Select } from "../govuk/select.tsx";
import { href } from "../../href.ts";
import { Textarea } from "../govuk/textarea.tsx";
import { keptAsTyped, UnsentFields } from "./unsent.tsx";

type CallFormProps = {
  id: string;
  /** When what stands in it was kept: another tab may keep something else meanwhile. */
  savedAt: Date;
  typed: TypedCall;
  problems: Problems | undefined;
  mayHold: boolean;
  files: number;
};

/** The call on one page, in the order in which people talk. Call takers jump about, so nothing is hidden or required to go on. */
export function CallForm({ id, savedAt, typed, problems, mayHold, files }: CallFormProps) {
  const value = (name: string) => {
    const said = typed[name];
    return typeof said === "string" ? said : undefined;
  };
  const field = (name: string) => ({ name, value: value(name), error: problems?.fields[name] });
  const text = { spellcheck: false, autocomplete: "off" } as const;
  return (
    <form
      method="post"
      action={href("hub.call", { id })}
      noValidate
      className="app-call__form"
      data-looks-up=""
      {...keptAsTyped({ form: "call", of: id })}
    >
      <UnsentFields />
      <input type="hidden" name="saved" value={savedAt.getTime()} />
      {/* Pressing Enter in a box looks people up; it never sends. */}
      <button type="submit" name="then" value="check" className="govuk-visually-hidden" tabIndex={-1}>
        Check the records
      </button>
      <Radios
        {...field("danger")}
        legend={{ text: `1. ${callLabels.danger}`, classes: "govuk-fieldset__legend--s" }}
        classes="govuk-radios--inline"
        items={dangerAnswers.map((answer) => ({ value: answer, text: additionWords.en.dangers[answer] }))}
      />
      <Textarea {...field("account")} label={`2. ${callLabels.account}`} rows={6} />
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">3. The children</legend>
        {childFields.map(({ name, age }, i) => (
          <div className="app-call__child" key={name}>
            <Input
              {...field(name)}
              {...text}
              label={`Name of child ${i + 1}`}
              classes="govuk-input--width-20"
            />
            <Input
              {...field(age)}
              {...text}
              label={`Age or date of birth of child ${i + 1}`}
              classes="govuk-input--width-10"
            />
          </div>
        ))}
      </fieldset>
      <Input {...field("where")} {...text} label={`4. ${callLabels.where}`} />
      <Input {...field("postcode")} {...text} label={callLabels.postcode} classes="govuk-input--width-10" />
      <Button name="then" value="check" classes="govuk-button--secondary" preventDoubleClick>
        Check the records
      </Button>
      <Input {...field("others")} {...text} label={`5. ${callLabels.others}`} />
      <Input {...field("next")} {...text} label={`6. ${callLabels.next}`} />
      <Select
        {...field("caller")}
        label={`7. ${callLabels.caller}`}
        items={[
          { value: "", text: "Choose" },
          ...callerNames.map((caller) => ({ value: caller, text: callers[caller].text })),
        ]}
      />
      <Input
        {...field("name")}
        {...text}
        label={callLabels.name}
        hint="Leave it empty if they do not want to say"
      />
      <Input
        {...field("phone")}
        {...text}
        label={callLabels.phone}
        type="tel"
        classes="govuk-input--width-20"
      />
      <Checkboxes
        name="noNumber"
        values={[typed["noNumber"] ?? []].flat()}
        items={[{ value: "yes", text: callLabels.noNumber }]}
      />
      <Input {...field("organisation")} {...text} label={callLabels.organisation} />
      <Checkboxes
        name="secret"
        values={[typed["secret"] ?? []].flat()}
        items={[{ value: "yes", text: callLabels.secret }]}
      />
      <Radios
        {...field("parents")}
        legend={{ text: `8. ${callLabels.parents}`, classes: "govuk-fieldset__legend--s" }}
        classes="govuk-radios--inline"
        items={parentsKnowNames.map((answer) => ({ value: answer, text: parentsKnowWords[answer] }))}
      />
      <Input {...field("safe")} {...text} label={`9. ${callLabels.safe}`} />
      <p className="govuk-body">
        <button type="submit" name="then" value="files" className="app-button-link">
          {files === 0 ? "Add a file that they email to you" : `Files of this call (${files})`}
        </button>
      </p>
      <div className="govuk-button-group">
        <Button name="then" value="send" preventDoubleClick>
          Send to triage
        </Button>
        {mayHold && (
          <Button name="then" value="hold" classes="govuk-button--secondary" preventDoubleClick>
            Send and hold it myself
          </Button>
        )}
        {mayHold && (
          <Button name="then" value="red" classes="govuk-button--warning" preventDoubleClick>
            Red: escalate now
          </Button>
        )}
        <Button name="then" value="cut-off" classes="govuk-button--secondary" preventDoubleClick>
          The call was cut off: send what there is
        </Button>
        <Button name="then" value="advice" classes="govuk-button--secondary" preventDoubleClick>
          Advice only, no child named
        </Button>
      </div>
    </form>
  );
}
