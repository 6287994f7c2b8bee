import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { pageIn } from "#app/http/page-number";
import { hubFormWords } from "#domain/hub-forms";
import { searchNarrowingIn, searchNarrowingQuery } from "#domain/search/search-narrowing";
import { soughtInWords } from "#domain/search/search-words";
import { searchSchema } from "#domain/search/search-form";
import { searchPeople } from "#services/search/search-people";
import { openTyped, sealTyped } from "#services/search/search-token";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { SearchBox } from "../../components/hub/search-box.tsx";
import { SearchCard } from "../../components/hub/search-card.tsx";
import { SearchNarrow } from "../../components/hub/search-narrow.tsx";
import { SearchTips } from "../../components/hub/search-tips.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.search");
  const query = new URL(args.request.url).searchParams;
  const token = query.get("for");
  const narrowing = searchNarrowingIn(query);
  const typed = token === null ? null : openTyped(context.keys, actor.id, token, context.now());
  const result = await handled(() =>
    searchPeople(context, actor, { typed, narrowing, page: pageIn(args.request) }),
  );
  const lost = token !== null && typed === null;
  const { familyCafLabel } = context.settings;
  return { title: "Search", me: meOf(actor), token, typed, lost, narrowing, result, familyCafLabel };
}

/** What was typed leaves in the body and comes back sealed: no name is ever part of an address. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "hub.search");
  const form = parseForm(await readForm(args.request), {
    schema: searchSchema,
    fields: ["search"],
    words: hubFormWords,
  });
  if (!form.ok) return data({ problems: form.problems, typed: form.typed }, { status: 422 });
  const token = sealTyped(context.keys, actor.id, form.value.search, context.now());
  return seeOther(href("hub.search", {}, { for: token }));
}

export default function SearchPage() {
  const { me, token, typed, lost, narrowing, result, familyCafLabel } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { cards, total, capped, page, pages, search, asAt } = result;
  const value = again?.typed["search"] ?? typed ?? "";
  const problems = again?.problems;
  const shown = problems === undefined && typed !== null;
  return (
    <StaffPage me={me} section="hub.search">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Search</h1>
      <SearchBox value={typeof value === "string" ? value : ""} error={problems?.fields["search"]} />
      {lost && <p className="govuk-body">That search is too old, or somebody else’s. Type it again.</p>}
      {shown && (
        <p className="govuk-body" role="status">
          <strong>{foundInWords(total, capped)}</strong> {soughtInWords(search)}
        </p>
      )}
      {shown && token !== null && <SearchNarrow token={token} narrowing={narrowing} />}
      {shown && capped && (
        <p className="govuk-body">
          So many fit that only the newest were looked at. Add a date of birth, a postcode or another name.
        </p>
      )}
      {cards.map((card) => (
        <SearchCard key={card.ids[0]} card={card} now={asAt} familyCafLabel={familyCafLabel} />
      ))}
      {token !== null && (
        <PageLinks
          page={page}
          pages={pages}
          to={(to) =>
            href("hub.search", {}, { for: token, ...searchNarrowingQuery(narrowing), page: String(to) })
          }
        />
      )}
      {cards.length === 0 && <SearchTips />}
    </StaffPage>
  );
}

const foundInWords = (total: number, capped: boolean): string =>
  total === 0
    ? "Nobody found."
    : `${capped ? "At least " : ""}${total} ${total === 1 ? "person" : "people"} found.`;
