import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptedFiles } from "#app/http/accepted-files";
import { takeCallFile } from "#app/http/call-files-post";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedFile } from "#app/http/one-file";
import { filesAtMost } from "#domain/files/limits";
import { fileWords } from "#domain/wording/files";
import { listCallFiles } from "#services/files/change-call-files";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FileUpload } from "../../components/govuk/file-upload.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { FileList } from "../../components/questions/file-list.tsx";
import { SendFile } from "../../components/questions/send-file.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.call.files");
  const id = params["id"] ?? "";
  return {
    ...{ title: "Files of a phone contact", me: meOf(actor), id, key: context.newId() },
    ...(await handled(() => listCallFiles(context, actor, { id }))),
    refused: refusedFile(args.request, "en"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.call.files");
  const id = params["id"] ?? "";
  const { ending } = await handled(() => listCallFiles(context, actor, { id }));
  return takeCallFile(args.request, { context, actor, id, sent: ending === "sent" });
}

const words = fileWords.en;

export default function CallFilesPage() {
  const { me, id, key, files, ending, refused } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again?.problems ?? refused;
  const back = { href: href("hub.call", { id }), text: "The call" };
  return (
    <StaffPage me={me} section="hub.calls" back={back}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Files of this call</h1>
      <p className="govuk-body">
        What the caller emails while you talk, or afterwards. Never ask a child to take a picture of
        themselves.
      </p>
      {ending === "advice" && (
        <p className="govuk-body">Advice was given, and nothing of this call is kept.</p>
      )}
      {ending === "sent" && <SendFile newKey={key} problems={problems} again={again} />}
      {ending === null && (
        <form method="post" encType="multipart/form-data" noValidate>
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
              <Button name="then" value="upload" preventDoubleClick>
                {words.upload}
              </Button>
            </>
          )}
        </form>
      )}
    </StaffPage>
  );
}
