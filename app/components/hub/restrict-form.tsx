import { restrictionKinds, restrictionWords } from "#domain/restriction";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";

type RestrictFormProps = {
  reference: string;
  candidates: readonly { id: string; name: string; age: string }[];
  typed: Typed | undefined;
  problems: Problems | undefined;
};

/** Restricts a child of a contact, and with that every contact that is or may be about them. */
export function RestrictForm({ reference, candidates, typed, problems }: RestrictFormProps) {
  const text = (name: string) => {
    const value = typed?.[name];
    return typeof value === "string" ? value : "";
  };
  return (
    <form method="post" action={href("hub.contact.restrict", { reference })} noValidate>
      <input type="hidden" name="do" value="restrict" />
      <h2 className="govuk-heading-m">Restrict a child</h2>
      <p className="govuk-body">
        From now on they, and every contact that is or may be about them, are known to managers and the
        records officer alone. Lifting that takes two people.
      </p>
      <Radios
        name="childId"
        legend={{ text: "Which child", classes: "govuk-fieldset__legend--s" }}
        value={text("childId")}
        error={problems?.fields["childId"]}
        items={candidates.map(({ id, name, age }) => ({ value: id, text: `${name}, ${age}` }))}
      />
      <Radios
        name="kind"
        legend={{ text: "Why", classes: "govuk-fieldset__legend--s" }}
        value={text("kind")}
        error={problems?.fields["kind"]}
        items={restrictionKinds.map((value) => ({ value, text: restrictionWords[value] }))}
      />
      <Input
        name="staffEmail"
        label="Work email of the member of staff whose family this is"
        hint="Leave it empty if it is nobody who uses this service. They will never see what is about their family."
        value={text("staffEmail")}
        error={problems?.fields["staffEmail"]}
        type="email"
        autocomplete="off"
      />
      <Input
        name="reason"
        id="reason"
        label="What makes it necessary, in one line"
        value={text("reason")}
        error={problems?.fields["reason"]}
        autocomplete="off"
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        Restrict this child
      </Button>
    </form>
  );
}
