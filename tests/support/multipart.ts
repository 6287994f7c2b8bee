/** One part of a body; a file where it has a name. */
export type Part = { name: string; content: Buffer | string; file?: string };

/** As the standard for forms says: these three would end the name. */
const inQuotes = (text: string) =>
  text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const boundary = "----front-door-test";

/** What a browser sends for a form with files. */
export function multipart(parts: readonly Part[]): { body: Buffer; headers: Record<string, string> } {
  const pieces = parts.flatMap(({ name, content, file }) => {
    const named =
      file === undefined ? "" : `; filename="${inQuotes(file)}"\r\nContent-Type: application/octet-stream`;
    return [
      `--${boundary}\r\nContent-Disposition: form-data; name="${inQuotes(name)}"${named}\r\n\r\n`,
      content,
      "\r\n",
    ];
  });
  return {
    body: Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as string))),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}
