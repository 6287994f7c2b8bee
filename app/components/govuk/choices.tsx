import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Fieldset, type Legend } from "./fieldset.tsx";
import { describedBy, FormGroup, HintAndError, type AroundField } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

export type Choice =
  | { divider: string }
  | {
      value: string;
      text: ReactNode;
      id?: string | undefined;
      hint?: ReactNode;
      checked?: boolean | undefined;
      /**
       * Questions that open under this choice. The style sheet opens and closes them by what is chosen, without a
       * script and without `aria-expanded`, which a radio button may not have. Where `:has()` is not known they show.
       */
      conditional?: ReactNode;
      /** Ticking it unticks the others ("None of these"). */
      exclusive?: boolean | undefined;
    };

export type ChoicesProps = AroundField & {
  name: string;
  items: readonly Choice[];
  idPrefix?: string | undefined;
  legend?: Legend | undefined;
  classes?: string | undefined;
};

/** Radios and checkboxes: the same markup but for the name of the block and the type of the input. */
export function Choices({ kind, ...choices }: ChoicesProps & { kind: "radios" | "checkboxes" }) {
  const { name, items, idPrefix = name, legend, hint, error } = choices;
  const block = `govuk-${kind}`;
  const described = describedBy(idPrefix, choices);
  const inner = (
    <>
      <HintAndError id={idPrefix} hint={hint} error={error} />
      <div className={classNames(block, choices.classes)} data-module={block}>
        {items.map((item, index) => {
          if ("divider" in item) {
            return (
              <div key={item.divider} className={`${block}__divider`}>
                {item.divider}
              </div>
            );
          }
          // The first id has no number, so that the error summary can lead to it by the field's name.
          const id = item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${String(index + 1)}`);
          const itemHintId = item.hint === undefined ? undefined : `${id}-item-hint`;
          const itemDescribed =
            kind === "checkboxes" && legend === undefined ? classNames(described, itemHintId) : itemHintId;
          return (
            <Item
              key={item.value}
              {...{ kind, name, id, item, itemHintId }}
              described={itemDescribed === "" ? undefined : itemDescribed}
            />
          );
        })}
      </div>
    </>
  );
  return (
    <FormGroup hasError={error !== undefined} classes={choices.groupClasses}>
      {legend === undefined ? (
        inner
      ) : (
        <Fieldset legend={legend} describedBy={described}>
          {inner}
        </Fieldset>
      )}
    </FormGroup>
  );
}

type ItemProps = {
  kind: "radios" | "checkboxes";
  name: string;
  id: string;
  item: Exclude<Choice, { divider: string }>;
  itemHintId: string | undefined;
  described: string | undefined;
};

function Item({ kind, name, id, item, itemHintId, described }: ItemProps) {
  const block = `govuk-${kind}`;
  const opens = item.conditional === undefined ? undefined : `conditional-${id}`;
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={id}
          name={name}
          type={kind === "radios" ? "radio" : "checkbox"}
          value={item.value}
          defaultChecked={item.checked}
          data-behaviour={item.exclusive === true ? "exclusive" : undefined}
          aria-describedby={described}
        />
        <Label classes={`${block}__label`} htmlFor={id}>
          {item.text}
        </Label>
        {item.hint !== undefined && (
          <Hint id={itemHintId} classes={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {opens !== undefined && (
        <div className={`${block}__conditional`} id={opens}>
          {item.conditional}
        </div>
      )}
    </>
  );
}
