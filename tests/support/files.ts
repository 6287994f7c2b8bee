import { deflateSync } from "node:zlib";
import type postgres from "postgres";
import sharp from "sharp";
import type { Answers } from "#domain/questions/answers";
import { changeAnswers } from "#services/drafts/change-answers";
import { prepareSubmission } from "#services/drafts/prepare-submission";

import { startDraft } from "#services/drafts/start-draft";
import { submitContact } from "#services/contacts/submit-contact";
import type { Context } from "#services/context";
import type { DraftAccess } from "#services/drafts/draft-access";
import { professionalAnswers } from "./answers.ts";
import { crcOf, zipOf } from "./police.ts";

/** Found nowhere but in what a telephone writes beside a picture. */
export const toldByPhone = "TellTaleTelephone";
const place = {
  GPSLatitudeRef: "N",
  GPSLatitude: "51/1 30/1 0/1",
  GPSLongitudeRef: "W",
  GPSLongitude: "0/1 7/1 0/1",
};

const coloured = (width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: { r: 190, g: 60, b: 60 } } });

/** A photo as a telephone takes it: held sideways, with where and with what. */
export const photo = () =>
  coloured()
    .withMetadata({ orientation: 6, exif: { IFD0: { Make: toldByPhone }, IFD3: place } })
    .jpeg()
    .toBuffer();

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crcOf(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

/** A picture with words in it that nobody sees, after its first part. */
export async function screenshot(): Promise<Buffer> {
  const plain = await coloured().png().toBuffer();
  const text = chunk("tEXt", Buffer.from(`Comment\0${toldByPhone}`, "latin1"));
  return Buffer.concat([plain.subarray(0, 33), text, plain.subarray(33)]);
}

/** A few bytes that claim to be a picture of four hundred million pixels. */
export function pixelBomb(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(20_000, 0);
  head.writeUInt32BE(20_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  const begin = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([begin, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

export const pdf = (more = "") =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${more}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

const wordTypes =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export const docx = (more: Record<string, string | Buffer> = {}, types = wordTypes): Buffer =>
  zipOf({
    "[Content_Types].xml": types,
    "word/document.xml": "<w:document>What I saw</w:document>",
    ...more,
  });

/** A document of a hundred kilobytes that unpacks to more than a hundred megabytes. */
export const zipBomb = (): Buffer => docx({ "word/media/image1.bmp": Buffer.alloc(101 * 1024 * 1024) });

/** A professional's form that is filled in, with the page of files asked for. */
export async function draftForFiles(
  context: Context,
  more: Answers = {},
): Promise<DraftAccess & { secret: string }> {
  const access = await startDraft(context, { journey: "professional", language: "en" });
  const answers = { ...professionalAnswers, extras: { extras: ["files"] }, ...more };
  await changeAnswers(context, access, () => answers);
  return access;
}

/** Sends it as its check page does. */
export async function sendDraft(context: Context, access: DraftAccess): Promise<string> {
  const { submissionKey } = await prepareSubmission(context, access);
  return (await submitContact(context, { ...access, submissionKey, early: false })).reference;
}

/** How much of a form's files is in the database. */
export const rowsOfDraft = async (owner: postgres.Sql, draftId: string) => {
  const [row] = await owner<{ files: number; chunks: number }[]>`
    select count(distinct a.id)::int as files, count(c.id)::int as chunks from attachment a
    left join attachment_chunk c on c.attachment_id = a.id where a.draft_id = ${draftId}`;
  return row;
};

export const filesSentAs = async (owner: postgres.Sql, reference: string) => {
  const rows = await owner<{ id: string; contact_id: string }[]>`
    select a.id, a.contact_id from attachment a join contact c on c.id = a.contact_id where c.reference = ${reference} order by a.id`;
  return rows;
};
