import type { FormPage } from "#services/decisions/read-form-page";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { keptAsTyped, UnsentFields } from "../hub/unsent.tsx";

type HouseholdRulingsProps = {
  page: FormPage;
  again: { typed: Typed; problems: Problems | null } | undefined;
};

/** Every known child of the household is decided about, or set aside with a reason, before anything is recommended. */
export function HouseholdRulings({ page, again }: HouseholdRulingsProps) {
  const text = (name: string) => {
    const value = again?.typed[name];
    return typeof value === "string" ? value : "";
  };
  return (
    <>
      {page.unsettled.length > 0 && (
        <>
          <h2 className="govuk-heading-m">First: the other children of the household</h2>
          <p className="govuk-body">Nothing can be recommended until each of them is settled.</p>
        </>
      )}
      {page.unsettled.map(({ id, name, age, because }) => (
        <form
          key={id}
          method="post"
          action={href("hub.contact.recommend", { reference: page.head.reference })}
          noValidate
          {...keptAsTyped({ form: "recommend", of: page.head.reference })}
        >
          <UnsentFields />
          <input type="hidden" name="do" value="rule" />
          <input type="hidden" name="version" value={page.head.version} />
          <input type="hidden" name="child" value={id} />
          <Radios
            name={`${id}.standing`}
            legend={{ text: `${name}, ${age}`, classes: "govuk-fieldset__legend--s" }}
            hint={because}
            value={text(`${id}.standing`)}
            error={again?.problems?.fields[`${id}.standing`]}
            items={[
              { value: "subject", text: "Decide about this child too" },
              {
                value: "considered",
                text: "Considered, not part of this decision",
                conditional: (
                  <Textarea
                    name={`${id}.because`}
                    label="Because"
                    rows={2}
                    value={text(`${id}.because`)}
                    error={again?.problems?.fields[`${id}.because`]}
                  />
                ),
              },
            ]}
          />
          <Button classes="govuk-button--secondary">Settle {name}</Button>
        </form>
      ))}
      {page.considered.length > 0 && (
        <>
          <h2 className="govuk-heading-s">Considered and set aside</h2>
          <ul className="govuk-list govuk-list--bullet">
            {page.considered.map(({ id, name, because }) => (
              <li key={id}>
                {name}: {because}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
