import type { FormAgain } from "../../http/change-work.ts";
import type { Typed } from "../../http/form.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { WorkFields } from "./work-fields.tsx";
import { idOnPage, workForms, type Option, type WorkFormName } from "./work-forms.ts";

type WorkFormProps = {
  name: WorkFormName;
  work: { id: string; version: number };
  formKey: string;
  /** Choices that only the page knows, by field. */
  options?: Readonly<Record<string, readonly Option[]>> | undefined;
  /** What was told before, which somebody reads through and mends. */
  known?: Typed | undefined;
  /** The form that was refused, whichever it was. */
  again?: FormAgain | undefined;
  /** Stands open on the page, because it is the next thing to do. */
  open?: boolean | undefined;
};

/** One form on a piece of work. All but the next thing to do are folded away until somebody opens them. */
export function WorkForm({
  name,
  work,
  formKey,
  options = {},
  known = {},
  again,
  open = false,
}: WorkFormProps) {
  const { title, lead, button, fields } = workForms[name];
  const mine = again?.form === name && again.workId === work.id ? again : null;
  const { typed, problems } = mine ?? { typed: known, problems: null };
  const form = (
    <form
      className="app-work-form"
      method="post"
      noValidate
      id={idOnPage(name, work.id, "form")}
      tabIndex={-1}
    >
      {lead !== undefined && <p className="govuk-body">{lead}</p>}
      <input type="hidden" name="do" value={name} />
      <input type="hidden" name="id" value={work.id} />
      <input type="hidden" name="version" value={mine?.version ?? work.version} />
      <input type="hidden" name="formKey" value={formKey} />
      <WorkFields fields={fields} asked={{ form: name, workId: work.id, typed, problems, options }} />
      <Button preventDoubleClick classes={name === "accept" ? undefined : "govuk-button--secondary"}>
        {button}
      </Button>
    </form>
  );
  return open ? (
    <section>
      <h3 className="govuk-heading-s">{title}</h3>
      {form}
    </section>
  ) : (
    <Details summary={title} open={mine !== null}>
      {form}
    </Details>
  );
}
