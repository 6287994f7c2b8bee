import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { answerAboutAdult, answerAboutCase, answerAboutMatch } from "#app/http/match-posts";
import { meOf } from "#app/http/me";
import { problemsOfOne } from "#app/http/refused-change";
import { nearDayAndTime } from "#domain/time-words";
import { readMatches } from "#services/contacts/read-matches";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { EarlierContacts } from "../../components/hub/earlier-list.tsx";
import { MatchCard } from "../../components/hub/match-card.tsx";
import { NewerContacts } from "../../components/hub/newer-list.tsx";
import { matchesInWords } from "../../components/hub/match-counts.ts";
import { caseFormId, OpenCases } from "../../components/hub/open-cases.tsx";
import { adultFormId, RelationsList } from "../../components/hub/relations.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.matches");
  return {
    title: "Matches and history",
    me: meOf(actor),
    found: await handled(() => readMatches(context, actor, params["reference"] ?? "")),
    familyCafLabel: context.settings.familyCafLabel,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.matches");
  const answering = { context, actor, reference: params["reference"] ?? "" };
  const body = await readForm(args.request);
  if (body.has("adultId")) return answerAboutAdult(answering, body);
  return body.has("caseId") ? answerAboutCase(answering, body) : answerAboutMatch(answering, body);
}

export default function ContactMatchesPage() {
  const { me, found, familyCafLabel } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { head, matches, history } = found;
  const asked = again?.typed["matchId"];
  const formId = adultFormId(again?.typed) ?? caseFormId(again?.typed) ?? String(asked);
  const problems = again && "problems" in again ? problemsOfOne(again.problems, formId) : undefined;
  const reason = again?.typed["reason"];
  return (
    <ContactPage me={me} head={head} current="hub.contact.matches">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Matches and history</h1>
      {again && "conflict" in again && (
        <ConflictSection
          reference={head.reference}
          changed={again.conflict}
          fields={[{ label: "How I know", theirs: null, yours: typeof reason === "string" ? reason : "" }]}
        />
      )}
      <NewerContacts newer={found.newer} head={head} familyCafLabel={familyCafLabel} />
      <p className="govuk-body-l">{matchesInWords(found)}</p>
      <p className="govuk-body">
        {found.checkedAt === null
          ? "Nobody has compared this contact with earlier ones yet. Refresh the page in a moment."
          : `Compared with our own records ${nearDayAndTime(found.checkedAt, head.asAt)}. Nothing is joined until somebody says so.`}
        {found.cut &&
          " Many have a name like these children’s: whoever looked sure or likely was compared, and of the others the nearest and newest. Search with a date of birth or a postcode for more."}
      </p>
      <OpenCases open={found.open} head={head} typed={again?.typed} problems={problems} />
      {matches.map((match) => (
        <MatchCard
          key={match.id}
          match={match}
          head={head}
          typed={asked === match.id ? again?.typed : undefined}
          problems={asked === match.id ? problems : undefined}
        />
      ))}
      <RelationsList relations={found.relations} head={head} typed={again?.typed} problems={problems} />
      <h2 className="govuk-heading-m">Earlier contacts about these children</h2>
      {history.length === 0 && (
        <p className="govuk-body">
          None is known: no sure match, and nobody has said of another that it is the same child.
        </p>
      )}
      <EarlierContacts earlier={history} more={found.moreHistory} familyCafLabel={familyCafLabel} />
    </ContactPage>
  );
}
