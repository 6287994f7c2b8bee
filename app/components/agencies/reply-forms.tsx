import type { ReactNode } from "react";
import { datePartsOf } from "#domain/questions/question";
import type { FormState } from "../../http/admin-form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { DateInput } from "../govuk/date-input.tsx";
import { Details } from "../govuk/details.tsx";
import { Input } from "../govuk/input.tsx";
import { Textarea } from "../govuk/textarea.tsx";

type ReplyFormProps = { id: string; formKey: string; form: FormState };

type FoldedProps = ReplyFormProps & { name: string; summary: string; button: string; children: ReactNode };

/** One kind of answer, folded away until it is wanted: it stays open when it comes back with something wrong in it. */
function Folded({ id, formKey, form, name, summary, button, children }: FoldedProps) {
  return (
    <Details summary={summary} open={form.problems !== undefined}>
      <form method="post" action={href("partner.request", { id })} noValidate>
        <input type="hidden" name="do" value={name} />
        <input type="hidden" name="formKey" value={formKey} />
        {children}
        <Button preventDoubleClick>{button}</Button>
      </form>
    </Details>
  );
}

/** What is known: facts apart from opinions, where they come from and of when they are. */
export function WeKnowThem(props: ReplyFormProps) {
  const { form } = props;
  const { field } = form;
  const [day, month, year] = datePartsOf("informationOn").map((part) => form.value(part));
  return (
    <Folded {...props} name="known" summary="We know this family" button="Send the answer">
      <Textarea {...field("facts")} label="Facts: what was seen, said or done" rows={4} />
      <Textarea {...field("opinion")} label="Opinion: what somebody thinks it means (optional)" rows={3} />
      <Input {...field("source")} label="Where does it come from?" hint="A system, a file or a person." />
      <DateInput
        id={field("informationOn").id}
        name="informationOn"
        legend={{ text: "Of when is it? (optional)" }}
        values={{ day: day ?? "", month: month ?? "", year: year ?? "" }}
        error={form.problems?.fields["informationOn"]}
        monthMayBeWord
      />
      <Textarea {...field("protects")} label="What protects the children? (optional)" rows={3} />
      <Textarea
        {...field("staffRisks")}
        label="What should somebody who visits know, to be safe? (optional)"
        rows={2}
      />
      <Textarea {...field("need")} label="What do you think the family needs? (optional)" rows={2} />
      <Input
        {...field("notSharedWith")}
        label="May not be shared with (optional)"
        hint="A person, by name or by who they are."
      />
      <Input {...field("notSharedBecause")} label="Why may it not be shared with them?" />
      <Checkboxes
        name="part"
        idPrefix={field("part").id}
        values={form.values("part")}
        items={[{ value: "yes", text: "This is a part: more is to come" }]}
      />
    </Folded>
  );
}

/** There is a duty to share what protects a child: keeping it back needs a reason. */
export function NotSharing(props: ReplyFormProps) {
  return (
    <Folded {...props} name="not_sharing" summary="I am not sharing this" button="Send the reason">
      <Textarea
        {...props.form.field("because")}
        label="I am not sharing this because"
        hint="Such as: sharing it would do the child more harm than not sharing it."
        rows={3}
      />
    </Folded>
  );
}

export function NotOurs(props: ReplyFormProps) {
  return (
    <Folded {...props} name="wrong_agency" summary="Not ours to answer" button="Send it back">
      <Input
        {...props.form.field("because")}
        label="Who has to be asked?"
        hint="If you do not know, say so."
      />
    </Folded>
  );
}

/** Something that has to be known before anybody can answer. */
export function AskBack(props: ReplyFormProps) {
  return (
    <Folded {...props} name="ask_back" summary="I have to ask something first" button="Ask">
      <Textarea {...props.form.field("text")} label="What do you have to know?" rows={3} />
    </Folded>
  );
}
