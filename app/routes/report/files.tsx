import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { aroundPage, mayVisit, openForm } from "#app/http/draft";
import { takeFiles } from "#app/http/files-post";
import { handled, refusal } from "#app/http/guard";
import { acceptedFiles } from "#app/http/accepted-files";
import { refusedFile } from "#app/http/one-file";
import { pageTitle, backFrom } from "#app/http/question-view";
import { filesAtMost } from "#domain/files/limits";
import { pageOf } from "#domain/journeys";
import { files as question } from "#domain/questions/files";
import { textsOf } from "#domain/questions/question";
import { fileWords } from "#domain/wording/files";
import { listDraftFiles } from "#services/files/list-draft-files";
import { Button } from "../../components/govuk/button.tsx";
import { FileUpload } from "../../components/govuk/file-upload.tsx";
import { FileList } from "../../components/questions/file-list.tsx";
import { FormPage } from "../../components/questions/form-page.tsx";
import { useWords } from "../../components/use-words.ts";

async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const form = await openForm(args, "report.files");
  const page = pageOf(form.journey, question.id);
  if (page === 0) throw refusal(404);
  mayVisit(form, { at: "page", page });
  return { form, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { form, page } = await openPage(args);
  return {
    title: pageTitle(form, question),
    around: aroundPage(form),
    back: backFrom(form, page, false),
    files: await handled(() => listDraftFiles(form.context, form.access)),
    problems: refusedFile(args.request, form.reading.language),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { form } = await openPage(args);
  return takeFiles(form, args.request);
}

export default function FilesPage() {
  const { around, back, files, problems: refused } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? refused;
  const words = useWords(fileWords);
  const texts = textsOf(question, around.audience, around.language);
  return (
    <FormPage around={around} back={back} problems={problems} withFile>
      <span className="govuk-caption-l">{texts.section}</span>
      <h1 className="govuk-heading-l">{texts.title}</h1>
      {words.intro.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      {files.length > 0 && <FileList files={files} />}
      {files.length >= filesAtMost ? (
        <p className="govuk-body">{words.full}</p>
      ) : (
        <>
          <FileUpload
            name="file"
            label={words.label}
            hint={words.hint}
            accept={acceptedFiles}
            error={problems?.fields["file"]}
          />
          <Button name="then" value="upload" classes="govuk-button--secondary" preventDoubleClick>
            {words.upload}
          </Button>
        </>
      )}
    </FormPage>
  );
}
