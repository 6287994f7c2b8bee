import { rolesInWords } from "#domain/role-words";
import type { DemoPerson } from "#services/accounts/list-demo-people";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";

/** Everybody that one can be in a demonstration. */
export function DemoPeople({ people, next }: { people: readonly DemoPerson[]; next: string | null }) {
  return (
    <>
      <p className="govuk-body">
        This is a demonstration. The people below are made up. Choose who you want to be: no password is
        needed.
      </p>
      {people.length === 0 && <p className="govuk-body">Nobody has been made up yet.</p>}
      {placesOf(people).map(({ place, people: here }) => (
        <section key={place}>
          <h2 className="govuk-heading-m">{place}</h2>
          <ul className="govuk-list app-people">
            {here.map((person) => (
              <Person key={person.id} person={person} next={next} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Person({ person, next }: { person: DemoPerson; next: string | null }) {
  return (
    <li>
      <form method="post" action={href("account.sign-in")}>
        <input type="hidden" name="person" value={person.id} />
        {next !== null && <input type="hidden" name="next" value={next} />}
        <Button classes="govuk-button--secondary">
          {person.name}
          <span className="app-people__role">{roleBesideJob(person)}</span>
        </Button>
      </form>
    </li>
  );
}

/** "Hub manager: manager", and a job that is the role itself once. */
function roleBesideJob({ jobTitle, roles }: DemoPerson): string {
  const role = rolesInWords(roles);
  return role === jobTitle.toLowerCase() ? jobTitle : `${jobTitle}: ${role}`;
}

/** People by where they work, in the order in which they came. */
function placesOf(people: readonly DemoPerson[]) {
  const places = new Map<string, DemoPerson[]>();
  for (const person of people) {
    const place = [person.organisation, person.team].filter(Boolean).join(", ");
    places.set(place, [...(places.get(place) ?? []), person]);
  }
  return [...places].map(([place, here]) => ({ place, people: here }));
}
