import { ratingCodes, ratingFaces } from "#domain/rating";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";

type RatingFormProps = {
  reference: string;
  version: number;
  /** The authority's own words for a colour, where it has some. */
  meanings: Readonly<Partial<Record<string, string>>>;
  typed?: Typed | undefined;
  problems?: Problems | undefined;
};

/** One choice and one line of reason. Nothing is chosen beforehand, also when a rating is changed. */
export function RatingForm({ reference, version, meanings, typed = {}, problems }: RatingFormProps) {
  return (
    <form method="post" action={href("hub.contact.rate", { reference })} noValidate>
      <input type="hidden" name="version" value={version} />
      <Radios
        name="rating"
        legend={{ text: "How urgent is it?", classes: "govuk-fieldset__legend--s" }}
        classes="govuk-radios--small"
        error={problems?.fields["rating"]}
        items={ratingCodes.map((code) => ({
          value: code,
          text: `${ratingFaces[code].letter} ${ratingFaces[code].word}: ${ratingFaces[code].call}`,
          hint: meanings[code] ?? ratingFaces[code].meaning,
          checked: typed["rating"] === code,
        }))}
      />
      <Details summary="Four questions that help">
        <ul className="govuk-list govuk-list--bullet">
          <li>Is there an injury, or has a child told somebody?</li>
          <li>Is the child safe tonight?</li>
          <li>Who can see the child?</li>
          <li>Is there a date or a time coming?</li>
        </ul>
      </Details>
      <Input
        name="reason"
        label="Why, in one line"
        value={typeof typed["reason"] === "string" ? typed["reason"] : ""}
        error={problems?.fields["reason"]}
        autocomplete="off"
      />
      <Button preventDoubleClick>Save the rating</Button>
    </form>
  );
}
