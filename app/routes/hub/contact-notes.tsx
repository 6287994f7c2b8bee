import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { readTypedForm, sentTyped } from "#app/http/unsent";
import { hubFormWords, noteSchema } from "#domain/hub-forms";
import { addNote } from "#services/contacts/add-note";
import { readNotes } from "#services/contacts/read-notes";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { NoteForm } from "../../components/hub/note-form.tsx";
import { NoteList } from "../../components/hub/note-list.tsx";
import { UnsentOffers } from "../../components/hub/unsent.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.notes");
  const read = await handled(() => readNotes(context, actor, params["reference"] ?? ""));
  return { title: "Notes", me: meOf(actor), ...read };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.notes");
  const reference = params["reference"] ?? "";
  const body = await readTypedForm(args);
  const form = parseForm(body, {
    schema: noteSchema,
    fields: ["kind", "text"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(
    () => addNote(context, actor, { reference, ...form.value }),
    form.typed,
  );
  if (refused !== null) return refused;
  await sentTyped(context, actor, { form: "notes", of: reference, body });
  return seeOther(href("hub.contact.notes", { reference }));
}

export default function ContactNotesPage() {
  const { me, head, notes, unsent } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const { reference } = head;
  const text = again?.typed["text"];
  return (
    <ContactPage me={me} head={head} current="hub.contact.notes">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Notes</h1>
      {again && "conflict" in again && (
        <ConflictSection
          reference={reference}
          changed={again.conflict}
          fields={[{ label: "Note", theirs: null, yours: typeof text === "string" ? text : "" }]}
        />
      )}
      <UnsentOffers form="notes" of={reference} offers={unsent} asAt={head.asAt} />
      {head.can.note ? (
        <NoteForm reference={reference} typed={again?.typed} problems={problems} />
      ) : (
        <p className="govuk-body">Only whoever holds this contact, or a manager, can add a note.</p>
      )}
      <h2 className="govuk-heading-m">Written so far</h2>
      <NoteList notes={notes} />
    </ContactPage>
  );
}
