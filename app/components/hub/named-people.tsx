import { dayAndTime } from "#domain/time-words";
import type { Named } from "#services/restricted/name-for-contact";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";

type NamedPeopleProps = {
  reference: string;
  named: readonly Named[];
  typed: Typed | undefined;
  problems: Problems | undefined;
};

/** Who may know of a restricted contact although they are not cleared, and the form to name one more. */
export function NamedPeople({ reference, named, typed, problems }: NamedPeopleProps) {
  const action = href("hub.contact.named", { reference });
  const field = (name: string) => {
    const value = typed?.[name];
    return {
      ...{ name, autocomplete: "off", value: typeof value === "string" ? value : "" },
      error: problems?.fields[name],
    };
  };
  return (
    <>
      {named.length === 0 && <p className="govuk-body">Nobody but managers and the records officer.</p>}
      {named.map(({ id, name, by, at, reason }) => (
        <form key={id} method="post" action={action}>
          <input type="hidden" name="end" value={id} />
          <p className="govuk-body govuk-!-margin-bottom-1 app-written">
            <strong>{name}</strong>
            {`, named by ${by}, ${dayAndTime(at)}: ${reason}`}
          </p>
          <Button classes="govuk-button--secondary">
            End it<span className="govuk-visually-hidden">{` for ${name}`}</span>
          </Button>
        </form>
      ))}
      <form method="post" action={action} noValidate>
        <Input
          {...field("staffEmail")}
          label="Work email of somebody of the council who has to know"
          hint="The manager of the team that its work goes to, for example. They can do with it what their role lets them."
          type="email"
        />
        <Input {...field("reason")} label="Why they have to know, in one line" />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Let them know of it
        </Button>
      </form>
    </>
  );
}
