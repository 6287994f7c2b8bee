import { ladoTests, ladoTestWords } from "#domain/lado";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Input } from "../govuk/input.tsx";
import { Textarea } from "../govuk/textarea.tsx";

type LadoFormProps = { reference: string; typed: Typed | undefined; problems: Problems | undefined };

/** What the designated officer has to know of an adult who works with children. */
export function LadoForm({ reference, typed, problems }: LadoFormProps) {
  const field = (name: string) => {
    const value = typed?.[name];
    return {
      name,
      value: typeof value === "string" ? value : "",
      error: problems?.fields[name],
      autocomplete: "off",
    };
  };
  const ticked = (name: string) => [typed?.[name] ?? []].flat();
  return (
    <form method="post" action={href("hub.contact.lado", { reference })} noValidate>
      <Input {...field("name")} label="Name of the adult" hint="Or what is known of who they are." />
      <Input
        {...field("work")}
        label="What they do with children"
        hint="For example, teaching assistant, foster carer, football coach."
      />
      <Input {...field("employer")} label="Where they work or volunteer (if you know)" />
      <Checkboxes
        name="tests"
        legend={{ text: "Which of these is it?", classes: "govuk-fieldset__legend--s" }}
        hint="Choose all that may be true."
        values={ticked("tests")}
        error={problems?.fields["tests"]}
        items={ladoTests.map((value) => ({ value, text: ladoTestWords[value] }))}
      />
      <Textarea {...field("worry")} label="What the worry is, and who has seen or said it" rows={8} />
      <Input
        {...field("staffEmail")}
        label="Their work email, if they use this service"
        hint="This contact then no longer exists for them. Leave it empty if they do not, or if you are not sure."
        type="email"
      />
      <Checkboxes
        name="bypass"
        values={ticked("bypass")}
        error={problems?.fields["bypass"]}
        items={[
          {
            value: "yes",
            text: "Go around the organisation of that person",
            hint: "It is not asked about this child nor invited, and sees no more of it. Nothing happens for somebody of the council.",
          },
        ]}
      />
      <Button preventDoubleClick>Tell the designated officer</Button>
    </form>
  );
}
