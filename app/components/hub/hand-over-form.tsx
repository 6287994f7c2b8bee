import { formatReference } from "#domain/reference";
import type { Colleague } from "#services/hand-over/colleagues";
import type { ToHandOver } from "#services/hand-over/list-to-hand-over";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { Select } from "../govuk/select.tsx";
import { ClockWords } from "./clock-words.tsx";
import type { RefusedOne } from "./hand-over-list.tsx";
import { RatingTag } from "./rating-tag.tsx";

type ToGiveProps = {
  rows: readonly ToHandOver[];
  colleagues: readonly Colleague[];
  refused: RefusedOne;
};

/** What somebody holds, each with a line for the next one: nobody goes home with a contact in their head alone. */
export function ToGive({ rows, colleagues, refused }: ToGiveProps) {
  if (rows.length === 0) return <p className="govuk-body">You hold nothing that is not handed over.</p>;
  const items = [
    { value: "", text: "Choose" },
    { value: "night", text: "The out-of-hours worker" },
    { value: "day", text: "The hub in the morning" },
    ...colleagues.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <ol className="govuk-list app-notes">
      {rows.map(({ row }) => {
        const id = row.reference;
        const mine = refused.id === id ? refused : null;
        const said = (field: string) => {
          const value = mine?.typed[field];
          return typeof value === "string" ? value : "";
        };
        return (
          <li className="app-notes__note" key={id}>
            <RatingTag rating={row.rating} />{" "}
            <a className="govuk-link" href={href("hub.contact", { reference: id })}>
              <strong>{row.child.name}</strong>, {row.child.age}
            </a>{" "}
            {formatReference(id)} {row.holder?.live !== true && "(nobody holds it)"}
            <ClockWords label="Decide by" face={row.decide} />
            <form method="post" action={href("hub.shift")} noValidate>
              <input type="hidden" name="act" value="give" />
              <input type="hidden" name="id" value={id} />
              <Select
                id={`to-${id}`}
                name="to"
                label="Hand it to"
                items={items}
                value={said("to")}
                error={mine?.problems?.fields["to"]}
              />
              <Input
                id={`line-${id}`}
                name="line"
                label="What they have to know, in one line"
                value={said("line")}
                error={mine?.problems?.fields["line"]}
                autocomplete="off"
              />
              <Button classes="govuk-button--secondary" preventDoubleClick>
                Offer {formatReference(id)}
              </Button>
            </form>
          </li>
        );
      })}
    </ol>
  );
}
