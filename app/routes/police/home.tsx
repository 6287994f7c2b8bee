import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown } from "#app/http/admin-form";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { entered } from "#app/http/refused-entry";
import { siteNow } from "#app/http/site";
import { readUpload } from "#app/http/upload";
import { uploadSchema } from "#domain/police/forms";
import { fileProblems, policeFileBytesAtMost } from "#domain/police/limits";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { listBatches } from "#services/police/read-batch";
import { receiveBatch } from "#services/police/receive-batch";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FileUpload } from "../../components/govuk/file-upload.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { AskingFields } from "../../components/police/asking-fields.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "police.home");
  const batches = await handled(() => listBatches(context, actor));
  const { open, phones } = siteNow(context, "en");
  return { title: "Police notices", me: meOf(actor), batches, phone: open ? phones.day : phones.night };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "police.home");
  const restoring = context.showingKeptForm === true;
  // Whoever asks: to anybody who is not of a force there is nothing here.
  if (!restoring) await handled(() => listBatches(context, actor));
  const { fields, file, several } = restoring
    ? { fields: await readForm(args.request), file: null, several: false }
    : await readUpload(args.request, { name: "file", bytesAtMost: 2 * policeFileBytesAtMost });
  if (several) throw new Response(null, { status: 400 });
  const form = parseForm(fields, { schema: uploadSchema, fields: ["officer", "email", "phone"] });
  const missing =
    file === null || file.bytes.length === 0 ? fileProblems[restoring ? "not-kept" : "no-file"] : null;
  if (!form.ok || missing !== null || file === null) {
    const problems = form.ok ? { summary: [], fields: {} } : form.problems;
    const ofFile = missing === null ? [] : [{ href: "#file", text: missing }];
    const shown = {
      summary: [...ofFile, ...problems.summary],
      fields: { ...problems.fields, ...(missing === null ? {} : { file: missing }) },
    };
    return data({ problems: shown, typed: form.typed }, { status: 422 });
  }
  return entered(async () => {
    const { id, columnsKnown } = await receiveBatch(context, actor, {
      bytes: file.bytes,
      asking: form.value,
    });
    return seeOther(href(columnsKnown ? "police.batch" : "police.columns", { id }));
  }, form.typed);
}

export default function PoliceHomePage() {
  const { me, batches, phone } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const form = formState("", again);
  return (
    <StaffPage
      me={me}
      section="partner.home"
      back={{ href: href("partner.home"), text: "What is asked of you" }}
    >
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">Police notices</h1>
      <InsetText>
        Does any of these need action today? Call <PhoneLink number={phone} /> before you send it.
      </InsetText>
      <form method="post" action={href("police.home")} encType="multipart/form-data" noValidate>
        <h2 className="govuk-heading-m">Upload notices</h2>
        <FileUpload
          name="file"
          label="The file"
          hint="CSV, XLSX or XML, as your system exports it; 5 MB and 2,000 rows at most. Our time to decide counts from the moment that it arrives"
          accept=".csv,.xlsx,.xml,text/csv,text/xml,application/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={form.problems?.fields["file"]}
        />
        <AskingFields form={form} />
        <Button preventDoubleClick>Upload</Button>
      </form>
      <p className="govuk-body">
        No file?{" "}
        <a className="govuk-link" href={href("police.notice")}>
          Send one notice
        </a>
      </p>
      <h2 className="govuk-heading-m">Files of your force</h2>
      {batches.length === 0 && <p className="govuk-body">None has been uploaded yet.</p>}
      {batches.length > 0 && (
        <ul className="govuk-list">
          {batches.map(({ id, reference, receivedAt, rows, sent }) => (
            <li key={id}>
              <a className="govuk-link" href={href("police.batch", { id })}>
                {formatReference(reference)}
              </a>
              {`, received ${dayAndTime(receivedAt)}: `}
              {rows === 0 ? "its rows are no longer kept" : `${sent} of ${rows} rows sent`}
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
