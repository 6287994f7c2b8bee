import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm, type Typed } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, versionIn, wrongForm } from "#app/http/refused-change";
import { hubFormWords, ratingSchema } from "#domain/hub-forms";
import { isRating, ratingFaces } from "#domain/rating";
import { dayAndTime } from "#domain/time-words";
import { rateContact } from "#services/contacts/rate-contact";
import { readRatings } from "#services/contacts/read-notes";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { RatingForm } from "../../components/hub/rating-form.tsx";
import { RatingTag } from "../../components/hub/rating-tag.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.rate");
  return {
    title: "Rating",
    me: meOf(actor),
    ...(await handled(() => readRatings(context, actor, params["reference"] ?? ""))),
    meanings: context.settings.ratingMeanings,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.rate");
  const reference = params["reference"] ?? "";
  const body = await readForm(args.request);
  const version = versionIn(body);
  const form = parseForm(body, { schema: ratingSchema, fields: ["rating", "reason"], words: hubFormWords });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(
    () => rateContact(context, actor, { reference, version, ...form.value }),
    form.typed,
  );
  return refused ?? seeOther(href("hub.contact", { reference }));
}

const textOf = (typed: Typed, field: string): string => {
  const value = typed[field];
  return typeof value === "string" ? value : "";
};

const inWords = (rating: string): string => (isRating(rating) ? ratingFaces[rating].word : "");

export default function ContactRatePage() {
  const { me, head, ratings, meanings } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { reference, version } = head;
  const [standing] = ratings;
  const form = (
    <RatingForm
      {...{ reference, version, meanings }}
      typed={again?.typed}
      problems={again && "problems" in again ? again.problems : undefined}
    />
  );
  return (
    <ContactPage me={me} head={head} current={null}>
      {again && "problems" in again && <FormProblems problems={again.problems} />}
      <h1 className="govuk-heading-l">{head.rating === null ? "Rate this contact" : "Change the rating"}</h1>
      {again && "conflict" in again ? (
        <ConflictSection
          reference={reference}
          changed={again.conflict}
          fields={[
            {
              label: "Rating",
              theirs: standing ? inWords(standing.rating) : null,
              yours: inWords(textOf(again.typed, "rating")),
            },
            { label: "Why", theirs: standing?.reason ?? null, yours: textOf(again.typed, "reason") },
          ]}
          editAndSave={head.can.rate ? form : undefined}
        />
      ) : head.can.rate ? (
        form
      ) : (
        <p className="govuk-body">Only whoever holds this contact, or a manager, can rate it.</p>
      )}
      {ratings.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Ratings so far</h2>
          <ul className="govuk-list app-notes">
            {ratings.map((one) => (
              <li className="app-notes__note" key={one.id}>
                <RatingTag rating={one.rating} /> {dayAndTime(one.at)}, {one.by}
                <p className="govuk-body app-written">{one.reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </ContactPage>
  );
}
