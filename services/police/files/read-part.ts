import { SaxesParser, type SaxesAttributePlain } from "saxes";
import { UnreadableFile } from "./sheet.ts";
import type { Package } from "./unpack.ts";

type Tag = { name: string; attributes: Record<string, string | SaxesAttributePlain> };
type Handlers = { open?: (tag: Tag) => void; text?: (said: string) => void; close?: (name: string) => void };

/** Reads one part of a workbook as it is unpacked; its names without what stands before a colon. */
export async function parsed(file: Package, part: string, { open, text, close }: Handlers): Promise<void> {
  const parser = new SaxesParser();
  const bare = (name: string) => name.replace(/^.*:/, "");
  parser.on("error", () => {
    throw new UnreadableFile("damaged");
  });
  parser.on("doctype", () => {
    throw new UnreadableFile("has-dtd");
  });
  parser.on("opentag", (tag) =>
    open?.({ name: bare(tag.name), attributes: tag.attributes as Tag["attributes"] }),
  );
  parser.on("text", (said) => text?.(said));
  parser.on("closetag", ({ name }) => close?.(bare(name)));
  await file.read(part, (piece) => void parser.write(piece));
  try {
    parser.close();
  } catch {
    throw new UnreadableFile("damaged");
  }
}

export const attribute = ({ attributes }: Tag, name: string): string => {
  const found = attributes[name];
  return typeof found === "string" ? found : "";
};
