import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { outsideWords } from "#domain/fact-chips";
import { readContact } from "#services/contacts/read-contact";
import { RequestsPanel } from "../../components/agencies/requests-panel.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { AddedSince } from "../../components/hub/added-since.tsx";
import { EarlierList } from "../../components/hub/earlier-list.tsx";
import { HouseholdLists } from "../../components/hub/household-lists.tsx";
import { NewerContacts } from "../../components/hub/newer-list.tsx";
import { NoteForm } from "../../components/hub/note-form.tsx";
import { NoteList } from "../../components/hub/note-list.tsx";
import { RatingForm } from "../../components/hub/rating-form.tsx";
import { OpenCasesInShort } from "../../components/hub/open-cases.tsx";
import { PlainList, WhatWasSaid } from "../../components/hub/what-was-said.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { href } from "../../href.ts";

const notesShown = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact");
  return {
    title: "Contact",
    me: meOf(actor),
    contact: await handled(() => readContact(context, actor, params["reference"] ?? "")),
    meanings: context.settings.ratingMeanings,
    familyCafLabel: context.settings.familyCafLabel,
  };
}

export default function ContactSummaryPage() {
  const { me, contact, meanings, familyCafLabel } = useLoaderData<typeof loader>();
  const { head, rating, notes } = contact;
  const { reference } = head;
  return (
    <ContactPage me={me} head={head} current="hub.contact">
      <h1 className="govuk-heading-l">Summary</h1>
      {contact.facts.outOfArea !== undefined && (
        <InsetText>
          {outsideWords(contact.facts.outOfArea.council)}, by the postcode that was given. The sender was told
          that we pass it on: if it is right, transfer it. Until they confirm that they have it, it is ours.
        </InsetText>
      )}
      <AddedSince added={contact.added} reference={reference} asAt={head.asAt} />
      <NewerContacts newer={contact.newer} head={head} familyCafLabel={familyCafLabel} />
      <div className="app-two-columns">
        <div>
          <h2 className="govuk-heading-m">What is new</h2>
          <PlainList lines={contact.whatIsNew} />
          <WhatWasSaid facts={contact.facts} reference={reference} files={contact.files} />
          <h2 className="govuk-heading-m">Not known yet</h2>
          <PlainList lines={contact.notKnownYet} empty="Nothing that the form asks for is missing." />
        </div>
        <div>
          <HouseholdLists contact={contact} familyCafLabel={familyCafLabel} />
          <OpenCasesInShort open={contact.open} head={head} />
          <EarlierList contact={contact} familyCafLabel={familyCafLabel} />
          <h2 className="govuk-heading-m">Rating</h2>
          {rating !== null && (
            <p className="govuk-body app-written">
              {rating.by}: {rating.reason}
            </p>
          )}
          {rating === null && !head.can.rate && <p className="govuk-body">Nobody has rated this yet.</p>}
          {rating === null && head.can.rate && (
            <RatingForm reference={reference} version={head.version} meanings={meanings} />
          )}
          <RequestsPanel head={head} />
          <h2 className="govuk-heading-m">Notes</h2>
          <NoteList notes={notes.slice(0, notesShown)} />
          {notes.length > notesShown && (
            <p className="govuk-body">
              <a className="govuk-link" href={href("hub.contact.notes", { reference })}>
                All {notes.length} notes
              </a>
            </p>
          )}
          {head.can.note && <NoteForm reference={reference} />}
        </div>
      </div>
    </ContactPage>
  );
}
