import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";

type DirectorySearchProps = { action: string; search: string; label: string; total: number; none: string };

/** Looks for a part of a name, and says how many there are. */
export function DirectorySearch({ action, search, label, total, none }: DirectorySearchProps) {
  return (
    <>
      <form method="get" action={action}>
        <Input
          name="search"
          label={label}
          value={search}
          type="search"
          spellcheck={false}
          autocomplete="off"
          classes="govuk-input--width-20"
        />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
      <p className="govuk-body" role="status">
        {total === 0 ? none : `${total} found`}
      </p>
    </>
  );
}
