import {
  askAgenciesSchema,
  questionsField,
  questionsSchema,
  tellAgencySchema,
  type AskAgencies,
} from "#domain/agency-forms";
import { hubFormWords } from "#domain/hub-forms";
import { parseForm, typedIn, type Problems, type Typed } from "./form.ts";
import { versionIn } from "./refused-change.ts";

type Asked = Omit<AskAgencies, "due"> & {
  due: Date;
  version: number;
  formKey: string;
  questions: Map<string, string>;
};

const fields = [
  ...["worry", "due", "basis", "managersReason", "familyTold", "notToldBecause", "proportionate", "share"],
] as const;

/** An id is a field's name here: what is none of ours is never looked at. */
const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The form that asks agencies: what is shared by all of them, and what each of them is asked. */
export function askingIn(
  body: URLSearchParams,
): { ok: true; value: Asked; typed: Typed } | { ok: false; problems: Problems; typed: Typed } {
  const version = versionIn(body);
  const agencies = [...new Set(body.getAll("agency"))].filter(isUuid).slice(0, 30);
  const boxes = typedIn(body, { fields: [...agencies.map(questionsField), "formKey"] });
  const form = parseForm(body, {
    ...{ schema: askAgenciesSchema, fields, many: ["agency", "covers"], words: hubFormWords },
  });
  const typed = { ...form.typed, ...boxes };
  if (!form.ok) return { ok: false, problems: inOrder(form.problems), typed };
  const questions = new Map<string, string>();
  const wrong: Record<string, string> = {};
  for (const id of agencies) {
    const read = questionsSchema.safeParse(boxes[questionsField(id)] ?? "");
    if (read.success) questions.set(id, read.data);
    else wrong[questionsField(id)] = hubFormWords(read.error.issues[0]?.message ?? "");
  }
  if (Object.keys(wrong).length > 0) {
    const summary = Object.entries(wrong).map(([field, text]) => ({ href: `#${field}`, text }));
    return { ok: false, problems: { summary, fields: wrong }, typed };
  }
  const value = {
    ...{ ...form.value, agency: agencies, due: new Date(form.value.due) },
    ...{ version, questions, formKey: body.get("formKey") ?? "" },
  };
  return { ok: true, value, typed };
}

/** As the page asks: whom first, about whom, and then everything else. */
function inOrder({ summary, fields: wrong }: Problems): Problems {
  const first = ({ href }: { href: string }) => ["#agency", "#covers"].includes(href);
  return { summary: [...summary.filter(first), ...summary.filter((one) => !first(one))], fields: wrong };
}

/** The form that answers what one agency asked back; its field is named after the question, of which there can be several. */
export const tellingIn = (body: URLSearchParams) =>
  parseForm(body, {
    ...{ schema: tellAgencySchema, fields: ["question", "text"], words: hubFormWords },
    anchor: (field) => `${field}-${body.get("question") ?? ""}`,
  });
