import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { UnreadableFile } from "./sheet.ts";

/** More parts than a workbook of a few sheets has. */
const entriesAtMost = 1_000;

export type Package = {
  names: () => readonly string[];
  /** Gives a part piece by piece; what is given in all may never be more than is taken. */
  read: (name: string, each: (text: string) => void) => Promise<void>;
};

const damaged = () => new UnreadableFile("damaged");

/**
 * The parts of a packed file, none of them unpacked yet.
 * @param bytesAtMost what all parts that are read may unpack to
 */
export async function unpack(bytes: Buffer, bytesAtMost: number): Promise<Package> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
      error ? reject(damaged()) : resolve(opened),
    ),
  );
  const entries = await listed(zip);
  let unpacked = 0;
  return {
    names: () => [...entries.keys()],
    read: (name, each) =>
      new Promise((resolve, reject) => {
        const entry = entries.get(name);
        if (entry === undefined) return reject(damaged());
        if (entry.isEncrypted()) return reject(new UnreadableFile("protected"));
        return zip.openReadStream(entry, (error, stream) => {
          if (error) return reject(damaged());
          const decoder = new TextDecoder("utf-8");
          const stop = (problem: Error) => {
            stream.destroy();
            reject(problem);
          };
          stream.on("data", (chunk: Buffer) => {
            unpacked += chunk.length;
            if (unpacked > bytesAtMost) return stop(new UnreadableFile("too-large"));
            try {
              each(decoder.decode(chunk, { stream: true }));
            } catch (problem) {
              stop(problem instanceof Error ? problem : damaged());
            }
          });
          stream.on("error", () => reject(damaged()));
          stream.on("end", () => resolve());
        });
      }),
  };
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on("error", () => reject(damaged()));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > entriesAtMost) reject(new UnreadableFile("too-large"));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}
