import {
  searchNarrowingInWords,
  sinceChoices,
  sinceWords,
  stateChoices,
  stateWords,
  whoChoices,
  whoWords,
  type SearchNarrowing,
} from "#domain/search/search-narrowing";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { Select } from "../govuk/select.tsx";

const items = <Choice extends string>(choices: readonly Choice[], words: Record<Choice, string>) => [
  { value: "", text: "All" },
  ...choices.map((choice) => ({ value: choice, text: words[choice] })),
];

const fields = [
  { name: "who", label: "Who", items: items(whoChoices, whoWords) },
  { name: "state", label: "What became of it", items: items(stateChoices, stateWords) },
  { name: "since", label: "When", items: items(sinceChoices, sinceWords) },
] as const;

/** Choices that leave fewer people of the same search, which stays sealed in the address. */
export function SearchNarrow({ token, narrowing }: { token: string; narrowing: SearchNarrowing }) {
  const words = searchNarrowingInWords(narrowing);
  return (
    <>
      <Details summary={words === "" ? "Narrow this search" : "Change what is left out"} id="narrow">
        <form method="get" action={href("hub.search")} className="app-narrow">
          <input type="hidden" name="for" value={token} />
          {fields.map((field) => (
            <Select key={field.name} {...field} value={narrowing[field.name] ?? ""} />
          ))}
          <Button classes="govuk-button--secondary">Narrow</Button>
        </form>
      </Details>
      {words !== "" && (
        <p className="govuk-body">
          Only: <strong>{words}</strong>{" "}
          <a className="govuk-link" href={href("hub.search", {}, { for: token })}>
            Show everybody
          </a>
        </p>
      )}
    </>
  );
}
