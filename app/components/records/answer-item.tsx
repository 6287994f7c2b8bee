import { isFixed, omissionWords, type ChosenItem } from "#domain/access";
import type { Problems, Typed } from "../../http/form.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { Input } from "../govuk/input.tsx";
import { Tag } from "../govuk/tag.tsx";
import { ItemLines } from "./item-lines.tsx";

type AnswerItemProps = {
  action: string;
  anchor: string;
  item: ChosenItem;
  /** It can still be changed. */
  live: boolean;
  typed: Typed | undefined;
  problems: Problems | undefined;
};

/** One thing that is held, whether it is given, and the form that changes that. */
export function AnswerItem({ action, anchor, item, live, typed, problems }: AnswerItemProps) {
  const { title, when, lines, because, choice, omission } = item;
  const reason = typed?.["reason"];
  return (
    <section id={anchor} className="govuk-!-margin-bottom-7">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1">{title}</h2>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {when !== null && `${when} `}
        {because === null ? <Tag>Given</Tag> : <Tag colour="grey">Left out</Tag>}
      </p>
      {because !== null && <p className="govuk-body">{`${omissionWords[because]}.`}</p>}
      {because === null ? (
        <ItemLines lines={lines} />
      ) : (
        lines.length > 0 && (
          <Details summary="What is left out" open={problems !== undefined}>
            <ItemLines lines={lines} />
          </Details>
        )
      )}
      {live && !isFixed(item) && choice !== null && (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="item" value={item.id} />
          <Button classes="govuk-button--secondary" name="choice" value="default">
            {choice === "harm" ? "Give it after all" : "Leave it out again"}
          </Button>
        </form>
      )}
      {live && !isFixed(item) && choice === null && (
        <Details
          summary={omission === null ? "Leave it out as harmful" : "Put it back"}
          open={problems !== undefined}
        >
          <form method="post" action={action} noValidate>
            <input type="hidden" name="item" value={item.id} />
            <Input
              name="reason"
              id={`${anchor}-reason`}
              label={omission === null ? "Why it would do serious harm" : "Why it can be given after all"}
              value={typeof reason === "string" ? reason : ""}
              error={problems?.fields["reason"] ?? problems?.fields["choice"]}
              autocomplete="off"
            />
            <Button
              classes="govuk-button--secondary"
              name="choice"
              value={omission === null ? "harm" : "put-back"}
            >
              {omission === null ? "Leave it out" : "Put it back"}
            </Button>
          </form>
        </Details>
      )}
    </section>
  );
}
