import { chosenGrounds, groundWords } from "#domain/erasure";
import { reviewMonths, reviewMonthsWords } from "#domain/records-forms";
import type { RecordPerson } from "#services/records/read-record";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { WarningText } from "../govuk/warning-text.tsx";

type RecordFormProps = {
  reference: string;
  people: readonly RecordPerson[];
  typed: Typed | undefined;
  problems: Problems | undefined;
};

const small = (text: string) => ({ text, classes: "govuk-fieldset__legend--s" });

const textOf = (typed: Typed | undefined, name: string): string => {
  const value = typed?.[name];
  return typeof value === "string" ? value : "";
};

/** The contact alone, or somebody in it whom the hub knows from other contacts too. */
const aboutItems = (people: readonly RecordPerson[]) => [
  { value: "contact", text: "This contact alone" },
  ...people.flatMap(({ personId, name }) =>
    personId === null ? [] : [{ value: personId, text: `${name}, and every contact about them` }],
  ),
];

export function HoldForm({ reference, people, typed, problems }: RecordFormProps) {
  return (
    <form method="post" action={href("records.contact", { reference })} noValidate>
      <input type="hidden" name="do" value="hold" />
      <h2 className="govuk-heading-m">Put a legal hold on it</h2>
      <Radios
        name="about"
        idPrefix="hold-about"
        legend={small("What is held")}
        value={textOf(typed, "about")}
        error={problems?.fields["about"]}
        items={aboutItems(people)}
      />
      <Radios
        name="months"
        idPrefix="hold-months"
        legend={small("When somebody looks at it again")}
        value={textOf(typed, "months")}
        error={problems?.fields["months"]}
        items={reviewMonths.map((value) => ({ value, text: reviewMonthsWords[value] }))}
      />
      <Input
        name="reason"
        id="hold-reason"
        label="What it is kept for, in one line"
        value={textOf(typed, "reason")}
        error={problems?.fields["reason"]}
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Hold it
      </Button>
    </form>
  );
}

export function EraseForm({ reference, people, typed, problems }: RecordFormProps) {
  return (
    <form method="post" action={href("records.contact", { reference })} noValidate>
      <input type="hidden" name="do" value="erase" />
      <h2 className="govuk-heading-m">Ask for it to be erased</h2>
      <WarningText>
        Erasing cannot be undone. Another records officer has to confirm it within three days.
      </WarningText>
      <Radios
        name="about"
        idPrefix="erase-about"
        legend={small("What is erased")}
        value={textOf(typed, "about")}
        error={problems?.fields["about"]}
        items={aboutItems(people)}
      />
      <Radios
        name="ground"
        idPrefix="erase-ground"
        legend={small("Under what")}
        value={textOf(typed, "ground")}
        error={problems?.fields["ground"]}
        items={chosenGrounds.map((value) => ({ value, text: sentence(groundWords[value]) }))}
      />
      <Input
        name="reason"
        id="erase-reason"
        label="Why, in one line"
        value={textOf(typed, "reason")}
        error={problems?.fields["reason"]}
        autocomplete="off"
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        Ask for it to be erased
      </Button>
    </form>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function AccessForm({ reference, people, typed, problems }: RecordFormProps) {
  return (
    <form method="post" action={href("records.contact", { reference })} noValidate>
      <input type="hidden" name="do" value="access" />
      <h2 className="govuk-heading-m">Answer somebody who asked what is held about them</h2>
      <Radios
        name="whose"
        idPrefix="access-whose"
        legend={small("About whom")}
        value={textOf(typed, "whose")}
        error={problems?.fields["whose"]}
        items={people.map(({ whose, id, name }) => ({ value: `${whose}:${id}`, text: name }))}
      />
      <Input
        name="reason"
        id="access-reason"
        label="Who asked, when, and how you know that it is them, in one line"
        value={textOf(typed, "reason")}
        error={problems?.fields["reason"]}
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Prepare the answer
      </Button>
    </form>
  );
}
