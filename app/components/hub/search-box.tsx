import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";

/** The one box of the search page. What is typed is posted, so that no name is in an address. */
export function SearchBox({ value, error }: { value: string; error: string | undefined }) {
  return (
    <form
      method="post"
      action={href("hub.search")}
      role="search"
      aria-label="People and references"
      noValidate
    >
      <Input
        name="search"
        type="search"
        label="Name, date of birth, postcode, phone or reference"
        hint="In any order, such as Mary Okafor 12/3/2022"
        value={value}
        error={error}
        spellcheck={false}
        autocomplete="off"
      />
      <Button>Search</Button>
    </form>
  );
}

/** The same in the head of every page of the hub. */
export function HeaderSearch() {
  return (
    <form
      className="app-header-search"
      method="post"
      action={href("hub.search")}
      role="search"
      aria-label="Search"
    >
      <label className="govuk-label govuk-!-font-size-16" htmlFor="header-search">
        Name, date of birth or reference
      </label>
      <input
        className="govuk-input app-header-search__input"
        id="header-search"
        name="search"
        type="search"
        spellCheck={false}
        autoComplete="off"
      />
      <button type="submit" className="govuk-button govuk-button--secondary app-header-search__button">
        Search
      </button>
    </form>
  );
}
