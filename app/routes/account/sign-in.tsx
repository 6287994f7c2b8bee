import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { enter } from "#app/http/enter";
import { guard, handled } from "#app/http/guard";
import { rolesInWords } from "#domain/role-words";
import { listDemoPeople, type DemoPerson } from "#services/accounts/list-demo-people";
import { signInDemo } from "#services/accounts/sign-in-demo";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { homeFor } from "../../components/frame/staff-sections.ts";
import { Button } from "../../components/govuk/button.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "account.sign-in");
  const { demo } = context.site;
  const next = new URL(args.request.url).searchParams.get("next");
  const everybody = demo ? await handled(() => listDemoPeople(context)) : null;
  // Somebody whose role has no page yet would land where they came from and think that nothing happened.
  const people = everybody?.filter(({ roles }) => homeFor(roles) !== null) ?? null;
  return { title: "Sign in", next, people };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await guard(args, "account.sign-in");
  const form = await readForm(args.request);
  const started = await handled(() => signInDemo(context, form.get("person") ?? ""));
  return enter(args, started, form.get("next"));
}

export default function SignInPage() {
  const { people, next } = useLoaderData<typeof loader>();
  return (
    <PublicPage>
      <h1 className="govuk-heading-l">Sign in</h1>
      {people === null ? (
        <p className="govuk-body">Staff sign-in is not set up on this site yet. Ask your administrator.</p>
      ) : (
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
      )}
    </PublicPage>
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
