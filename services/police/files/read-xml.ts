import { SaxesParser } from "saxes";
import { textIn } from "./read-csv.ts";
import { checkRow, sheetOf, UnreadableFile, type Sheet } from "./sheet.ts";

type Node = { name: string; text: string; children: Node[] };

/** Deeper, or with more in it, than any export of notices. */
const deepAtMost = 12;
const nodesAtMost = 200_000;

/** Reads a small document into a tree. No document type: what it could define has been used to fill memories. */
function treeOf(text: string): Node {
  const top: Node = { name: "", text: "", children: [] };
  const open = [top];
  let nodes = 0;
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new UnreadableFile("has-dtd");
  });
  parser.on("error", () => {
    throw new UnreadableFile("damaged");
  });
  const add = (name: string, inside = ""): Node => {
    nodes += 1;
    if (nodes > nodesAtMost || open.length > deepAtMost) throw new UnreadableFile("too-large");
    const node = { name, text: inside, children: [] };
    open.at(-1)?.children.push(node);
    return node;
  };
  parser.on("opentag", ({ name, attributes }) => {
    const node = add(name.replace(/^.*:/, ""));
    open.push(node);
    for (const [attribute, value] of Object.entries(attributes))
      if (!/^xmlns(?::|$)|^xsi:/.test(attribute)) add(attribute, String(value));
  });
  parser.on("text", (said) => {
    const node = open.at(-1);
    if (node) node.text += said;
  });
  parser.on("cdata", (said) => {
    const node = open.at(-1);
    if (node) node.text += said;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text.replace(/^\ufeff/, "")).close();
  const [root] = top.children;
  if (!root) throw new UnreadableFile("damaged");
  return root;
}

/** Where the notices stand: in the root, or in the only thing that the root holds. */
function noticesIn(root: Node): Node[] {
  const [only] = root.children;
  const within =
    root.children.length === 1 &&
    only !== undefined &&
    only.children.every(({ children }) => children.length > 0);
  return within && only.children.length > 0 ? only.children : root.children;
}

/** Every text of a notice under a heading: its name, with what it stands in and a number where there are several. */
export function readXml(bytes: Buffer): Sheet {
  const notices = noticesIn(treeOf(textIn(bytes)));
  const several = new Set<string>();
  const walk = (node: Node, see: (path: string, inside: Node) => void, path = "") => {
    const counts = new Map<string, number>();
    for (const child of node.children) {
      const number = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, number);
      const own = `${path}/${child.name}`;
      if (number > 1) several.add(own);
      see(own, child);
      walk(child, see, own);
    }
  };
  for (const notice of notices) walk(notice, () => undefined);
  const rows = notices.map((notice) => cellsOf(notice, several));
  const headings = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row.get(heading) ?? ""))];
  lines.forEach((line, at) => checkRow(line, at));
  return sheetOf(lines);
}

function cellsOf(notice: Node, several: ReadonlySet<string>): Map<string, string> {
  const cells = new Map<string, string>();
  const visit = (node: Node, path: string, within: string) => {
    const counts = new Map<string, number>();
    for (const child of node.children) {
      const number = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, number);
      const own = `${path}/${child.name}`;
      const numbered = several.has(own) ? `${child.name} ${number}` : child.name;
      const heading = within === "" ? numbered : `${within} ${numbered}`;
      if (child.text.trim() !== "" && child.children.length === 0) cells.set(heading, child.text);
      visit(child, own, numbered);
    }
  };
  visit(notice, "", "");
  return cells;
}
