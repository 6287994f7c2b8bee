import { fileKinds, type FileKind } from "./kinds.ts";

/** As long as a line on a telephone can show, and far below what any disk takes. */
const charactersAtMost = 80;

// What no name needs: controls, marks that turn the direction of what follows (so that "gpj.exe" reads "exe.jpg"), what
// cannot be seen, half characters, and what a disk, a header or a shell reads as more than a letter.
const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029"*/:<>?\\|%;]/gu;

/**
 * The name under which a file is shown and given out: the last part of what the browser called it, without what could
 * mean something else somewhere, ending in what it is. A name is what somebody typed, so it can say who a child is.
 */
export function cleanFileName(given: string, kind: FileKind): string {
  const { extensions } = fileKinds[kind];
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(unwanted, " ").replace(/\s+/g, " ").trim();
  const dot = clean.lastIndexOf(".");
  const ending = dot === -1 ? "" : clean.slice(dot + 1).toLowerCase();
  const isEnding = /^[a-z0-9]{1,5}$/.test(ending);
  // A dot before the ending can look like a second one, and one at the beginning hides a file.
  const stem = (isEnding ? clean.slice(0, dot) : clean).replace(/[. ]+$|^[. ]+/g, "");
  const short = [...stem].slice(0, charactersAtMost).join("").trim();
  const kept = (extensions as readonly string[]).includes(ending) ? ending : extensions[0];
  return `${short === "" ? "file" : short}.${kept}`;
}

/**
 * The header that makes a browser save a file and never show it. Two names: one in letters that every client reads the
 * same way, one with all of them (RFC 6266, RFC 8187).
 */
export function savedAs(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w.\- ]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const every = encodeURIComponent(name).replace(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain.startsWith(".") || plain === "" ? `file${plain}` : plain}"; filename*=UTF-8''${every}`;
}
