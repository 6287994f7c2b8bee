import { mutationsOf, type Mutation } from "../mutation.ts";

const services = "tests/services/files/files.test.ts";
const examining = "tests/services/files/examine.test.ts";
const routes = "tests/routes/files.test.ts";
const secondPress =
  "open at once when they were checked, on a second press when not, and never when something was found";
const hides = "tell nobody where a family is that hides";

const afterwards = "tests/services/files/files-afterwards.test.ts";

export const ofFiles: readonly Mutation[] = [
  ...mutationsOf({ guard: "files", file: "services/files/add-file.ts", test: afterwards }, [
    [
      "an eleventh file",
      "if (there.length >= filesAtMost) throw",
      "if (there.length >= filesAtMost * 2) throw",
      "counts with the files that there are: ten at most, of many at once no more",
    ],
    [
      "a file is never looked through",
      `  await unit.owe({ kind: "scan-file", subjectId: id, facts: {} });\n`,
      "",
      "stands on the contact with what they say of it, cleaned and sealed, once however often it is sent",
      ["const id = await keepFile", "await keepFile"],
    ],
  ]),
  ...mutationsOf({ guard: "files", file: "services/phone/send-call.ts", test: afterwards }, [
    [
      "files of a call stay after advice",
      "await unit.tx.execute(sql`select frontdoor_drop_call_files(${row.id}::uuid, null)`);",
      "",
      "goes when only advice was given",
    ],
  ]),
  ...mutationsOf({ guard: "files", file: "services/files/read-contact-file.ts", test: services }, [
    [
      "what something was found in opens",
      `if (opens === "never") throw`,
      `if (opens === "never" && !pressed) throw`,
      secondPress,
    ],
    [
      "what nobody checked opens at once",
      `if (opens === "second-press" && !pressed) return null;`,
      "",
      secondPress,
    ],
    ["a file tells where a family hides", `!may(actor, "see-address", subject)`, "facts === null", hides],
    [
      "a file of another contact opens under this one's name",
      ".where(and(eq(attachment.id, fileId), eq(attachment.contactId, of.id)))",
      ".where(and(eq(attachment.id, fileId)))",
      "are there for whoever may read the contact, and for nobody else",
    ],
  ]),
  ...mutationsOf({ guard: "files", file: "services/files/file-store.ts", test: services }, [
    [
      "two chunks change places",
      "row: `${file}:${String(ordinal)}`,",
      "row: file,",
      "two chunks that change places, or one that is gone, are no file",
    ],
  ]),
  ...mutationsOf({ guard: "files", file: "services/files/clean-picture.ts", test: examining }, [
    [
      "a picture of any size",
      "limitInputPixels: pixelsAtMost",
      "limitInputPixels: false",
      "a picture of four hundred million pixels",
    ],
    ["half a picture is one", `failOn: "error"`, `failOn: "none"`, "half a photo"],
  ]),
  ...mutationsOf({ guard: "files", file: "services/files/check-docx.ts", test: examining }, [
    [
      "macros that the name tells",
      "if (names.some((name) => macros.test(name)))",
      "if (names.length === 0)",
      "a document with macros",
    ],
    [
      "what it unpacks to",
      "unpack(bytes, unpackedBytesAtMost)",
      "unpack(bytes, unpackedBytesAtMost * 10)",
      "a document that unpacks to 101 MB",
    ],
  ]),
  ...mutationsOf({ guard: "files", file: "app/http/give-file.ts", test: routes }, [
    [
      "a file runs as a page of ours",
      `"Content-Security-Policy": "sandbox; default-src 'none'",`,
      "",
      "are uploaded one by one, listed, taken away, checked, sent, and opened by the hub",
    ],
  ]),
];
