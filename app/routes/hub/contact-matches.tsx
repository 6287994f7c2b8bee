import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsOfOne, refusedChange, versionIn, wrongForm } from "#app/http/refused-change";
import { hubFormWords, matchSchema } from "#domain/hub-forms";
import { nearDayAndTime } from "#domain/time-words";
import { answerMatch, endMatchAnswer } from "#services/contacts/answer-match";
import { readMatches } from "#services/contacts/read-matches";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { EarlierContacts } from "../../components/hub/earlier-list.tsx";
import { MatchCard } from "../../components/hub/match-card.tsx";
import { NewerContacts } from "../../components/hub/newer-list.tsx";
import { matchesInWords, OpenCases } from "../../components/hub/open-cases.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

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
  const reference = params["reference"] ?? "";
  const body = await readForm(args.request);
  const version = versionIn(body);
  const fields = ["matchId", "answer", "reason"];
  const form = parseForm(body, { schema: matchSchema, fields, words: hubFormWords });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { answer, reason, matchId } = form.value;
  const asked = { reference, version, matchId };
  const refused = await refusedChange(
    () =>
      answer === "take_back"
        ? endMatchAnswer(context, actor, asked)
        : answerMatch(context, actor, { ...asked, answer, reason }),
    form.typed,
  );
  return refused ?? seeOther(`${href("hub.contact.matches", { reference })}#match-${matchId}`);
}

export default function ContactMatchesPage() {
  const { me, found, familyCafLabel } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { head, matches, history } = found;
  const asked = again?.typed["matchId"];
  const problems = again && "problems" in again ? problemsOfOne(again.problems, String(asked)) : undefined;
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
      </p>
      <OpenCases cases={found.openCases} head={head} />
      {matches.map((match) => (
        <MatchCard
          key={match.id}
          match={match}
          head={head}
          typed={asked === match.id ? again?.typed : undefined}
          problems={asked === match.id ? problems : undefined}
        />
      ))}
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
