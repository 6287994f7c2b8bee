import type { ReactNode } from "react";
import type { DiscussionAgain } from "../../http/change-discussion.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { WorkFields, type Asked } from "../pathways/work-fields.tsx";
import type { Option, WorkField } from "../pathways/work-forms.ts";
import { discussionWords, type DiscussionFormName } from "./discussion-forms.ts";

type DiscussionFormProps = {
  name: DiscussionFormName;
  /** The action or the child that it is about, where a page has several of these forms. */
  about?: string;
  /** In place of the form's own. */
  title?: string | undefined;
  view: { version: number; formKey: string };
  again: DiscussionAgain | undefined;
  fields: readonly WorkField[];
  options?: Readonly<Record<string, readonly Option[]>>;
  /** Stands open on the page, because it is the next thing to do. */
  open?: boolean;
  /** What stands before the fields and belongs to the form: ticks, hidden answers. */
  before?: ReactNode;
  after?: ((asked: Asked) => ReactNode) | undefined;
};

/** What fields of this form are asked with: their words as they were typed, and what is wrong with them. */
export function askedIn(
  name: DiscussionFormName,
  again: DiscussionAgain | undefined,
  options: Asked["options"] = {},
  about = "discussion",
): Asked {
  const mine = again?.form === name && again.about === about ? again : null;
  return {
    form: name,
    workId: about,
    typed: mine?.typed ?? {},
    problems: mine?.problems ?? null,
    options,
  };
}

/** One form on a strategy discussion. All but the next thing to do are folded away until somebody opens them. */
export function DiscussionForm({ name, view, again, ...given }: DiscussionFormProps) {
  const { fields, options, open = false, before, after, about = "discussion" } = given;
  const words = discussionWords[name];
  const { title = words.title } = given;
  const mine = again?.form === name && again.about === about;
  const asked = askedIn(name, again, options, about);
  const form = (
    <form method="post" noValidate className="app-work-form">
      {words.lead !== undefined && <p className="govuk-body">{words.lead}</p>}
      <input type="hidden" name="do" value={name} />
      {about !== "discussion" && <input type="hidden" name="about" value={about} />}
      <input type="hidden" name="version" value={mine ? again.version : view.version} />
      <input type="hidden" name="formKey" value={view.formKey} />
      {before}
      <WorkFields fields={fields} asked={asked} />
      {after?.(asked)}
      <Button preventDoubleClick classes={open ? undefined : "govuk-button--secondary"}>
        {words.button}
      </Button>
    </form>
  );
  return open ? (
    <section>
      <h3 className="govuk-heading-s">{title}</h3>
      {form}
    </section>
  ) : (
    <Details summary={title} open={mine}>
      {form}
    </Details>
  );
}
