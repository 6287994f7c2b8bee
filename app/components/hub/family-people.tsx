import { formatReference } from "#domain/reference";
import type { Home } from "#domain/household";
import type { Family } from "#services/households/read-family";

type Props = { people: Family["people"]; here: string };

const groups: readonly { title: string; where: Home; child: boolean | null }[] = [
  { title: "Adults in the home", where: "home", child: false },
  { title: "Children in the home", where: "home", child: true },
  { title: "Elsewhere", where: "elsewhere", child: null },
  { title: "Not said where they live", where: "not_said", child: null },
];

/** Who is who, as each contact says, with what kind of sender says so. Nobody is joined here. */
export function FamilyPeople({ people, here }: Props) {
  return (
    <>
      {groups.map(({ title, where, child }) => {
        const found = people.filter((one) => one.where === where && (child === null || one.child === child));
        if (found.length === 0 && where !== "home") return null;
        return (
          <section key={title}>
            <h2 className="govuk-heading-m">{title}</h2>
            {found.length === 0 && <p className="govuk-body">Nobody was named.</p>}
            <ul className="govuk-list app-people-list">
              {found.map((one) => (
                <li key={one.id}>
                  <strong>{one.name}</strong>
                  {[one.relationship, one.age].map((part) => part !== null && part !== "" && `, ${part}`)}
                  {one.mayBeRisk && <strong>, may be a risk</strong>}
                  <span className="app-people-list__state">
                    {one.saidBy}, in{" "}
                    {one.reference === here ? "this contact" : formatReference(one.reference)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
