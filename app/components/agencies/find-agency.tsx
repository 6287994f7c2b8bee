import type { RequestsPage } from "#services/agencies/read-requests-page";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";

type FindAgencyProps = { reference: string; form: NonNullable<RequestsPage["form"]> };

/** Where there are more agencies than anybody reads through: finds them by name. Nothing while all of them show. */
export function FindAgency({ reference, form: { more, search } }: FindAgencyProps) {
  const here = href("hub.contact.requests", { reference });
  if (!more && search === "") return null;
  return (
    <form method="get" action={here}>
      <Input
        name="search"
        type="search"
        label="Find an agency by its name"
        hint={more ? "There are more than show here." : undefined}
        value={search}
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary">Find</Button>
      {search !== "" && (
        <p className="govuk-body">
          <a className="govuk-link" href={here}>
            Show all agencies
          </a>
        </p>
      )}
    </form>
  );
}
