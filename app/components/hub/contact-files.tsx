import { fileKinds } from "#domain/files/kinds";
import { openings } from "#domain/files/scan";
import { scanWords, sizeInWords } from "#domain/wording/files";
import { dayAndTime } from "#domain/time-words";
import type { ContactFile } from "#services/files/list-contact-files";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

type ContactFilesProps = { reference: string; files: readonly ContactFile[]; asAt: Date };

/** The files that came with a contact: what is known of each, and how it is opened. */
export function ContactFiles({ reference, files, asAt }: ContactFilesProps) {
  return (
    <section aria-labelledby="files">
      <h2 className="govuk-heading-m" id="files">
        Files
      </h2>
      <p className="govuk-body">
        They are saved on this computer when you open them. Delete them there when you have read them.
      </p>
      <SummaryList
        rows={files.map((file) => ({
          key: <span className="app-written">{file.name ?? fileKinds[file.kind].word}</span>,
          value: (
            <File file={file} address={href("hub.contact.file", { reference, id: file.id })} asAt={asAt} />
          ),
        }))}
      />
    </section>
  );
}

function File({ file, address, asAt }: { file: ContactFile; address: string; asAt: Date }) {
  const { kind, size, scan, addedAt, name, byCallTaker, afterwards } = file;
  const called = name ?? fileKinds[kind].word;
  const opens = name === null ? "never" : openings[scan];
  return (
    <>
      <p className="govuk-body">
        {fileKinds[kind].word}, {sizeInWords(size)}, added{" "}
        {byCallTaker ? "by whoever took the call" : "by the sender"} {dayAndTime(addedAt, asAt)}
        {afterwards && ", after this was sent"}. {scanWords[scan]}
      </p>
      {name === null && (
        <p className="govuk-body">
          It may tell where the family is, which is kept secret. Ask the hub to open it.
        </p>
      )}
      {opens === "at-once" && (
        <p className="govuk-body">
          <a className="govuk-link" href={address} download>
            Open<span className="govuk-visually-hidden"> {called}</span>
          </a>
        </p>
      )}
      {opens === "second-press" && (
        <Details summary={`Open ${called} although nobody checked it`}>
          <p className="govuk-body">
            It can harm this computer. Open it if you cannot wait, and not if you do not know who sent it.
          </p>
          <form method="post" action={address}>
            <Button classes="govuk-button--warning">
              Open it now<span className="govuk-visually-hidden">: {called}</span>
            </Button>
          </form>
        </Details>
      )}
    </>
  );
}
