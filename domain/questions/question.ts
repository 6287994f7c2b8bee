import { z } from "zod";
import type { Audience, Language, WrittenLanguage } from "../intake.ts";
import { wordsIn } from "../language.ts";
import { fieldOf, ticksOf, type Answer, type Answers } from "./answers.ts";

/** The two places where answers are kept apart: who sent it, and everything else. */
export const rooms = ["contact", "referrer"] as const;
export type Room = (typeof rooms)[number];

/** One line of a page as asked and answered. */
export type SnapshotEntry = { readonly label: string; readonly value: string };

/** When an answer is read: today's date where the hub is, because "in the future" and "under 18" depend on it. */
export type At = { today: string };

type TextField = {
  kind: "text" | "email" | "tel";
  name: string;
  max: number;
  /** Characters that the box has room for. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined;
  /** Only for facts about the person who fills the form in; everything else is "off". */
  autocomplete?: string | undefined;
  inputmode?: "numeric" | "text" | undefined;
  /** A time of day: read back as it was understood. */
  clock?: boolean | undefined;
  /** Names that we know are offered while it is typed. Whatever else is typed is as good. */
  suggests?: "organisations" | undefined;
};

type LongTextField = { kind: "textarea"; name: string; max: number; rows?: number | undefined };

/** Three boxes called `name-day`, `name-month` and `name-year`. */
type DateField = { kind: "date"; name: string };

type ChoiceField = {
  kind: "radios" | "select";
  name: string;
  options: readonly string[];
  /** Fields that open under an option; they count only while it is chosen. */
  reveals?: Readonly<Record<string, readonly Field[]>> | undefined;
};

type TicksField = {
  kind: "checkboxes";
  name: string;
  options: readonly string[];
  /** The option that stands alone ("None of these"). */
  exclusive?: string | undefined;
};

/** How one thing is asked: data for the page, never markup. */
export type Field = TextField | LongTextField | DateField | ChoiceField | TicksField;

export type FieldTexts = {
  /** Left out for the only field of a page: the page's title asks it. */
  label?: string;
  hint?: string;
  options?: Readonly<Record<string, string>>;
  optionHints?: Readonly<Record<string, string>>;
};

/** Words that stand above a question in some circumstances. */
export type NoticeTexts = {
  heading?: string;
  text: readonly string[];
  urgent?: boolean;
  /** Helplines of the settings to name under it, by id. */
  helplines?: readonly string[];
};

export type QuestionTexts = {
  /** The part of the form that the page belongs to, above its title. */
  section: string;
  title: string;
  intro?: readonly string[];
  /** What to think of while writing, above the box. */
  prompts?: readonly string[];
  fields: Readonly<Record<string, FieldTexts>>;
  errors: Readonly<Record<string, string>>;
  notices?: Readonly<Record<string, NoticeTexts>>;
  /** Other titles and introductions for the same fields. */
  variants?: Readonly<Record<string, { title: string; intro: readonly string[] }>>;
  /** The page that lists the entries of a question that repeats. */
  list?: ListTexts;
};

export type ListTexts = {
  title: string;
  intro?: readonly string[];
  /** What one entry is called when it has no name; `{n}` is its place. */
  entry: string;
  /** Asked under the list. */
  another: string;
  options: Readonly<Record<string, string>>;
  choose: string;
  add: string;
  change: string;
  remove: string;
};

/**
 * A question that can be answered several times. `least` entries are needed; `asks` are the answers to "another?",
 * the first of which adds one; `onEntry` asks that under the last entry, so that one entry is one page. `each` names
 * the question whose entries this one is asked about, once for each.
 */
export type Repeats = { least: number; asks: readonly string[]; onEntry?: true } | { each: string };

export type Question<Out = unknown> = {
  id: string;
  /** Counted up whenever its words change in any audience or language. */
  wordingVersion: number;
  room: Room;
  /** The page to check says that it was answered, and shows what only when asked. */
  masked: boolean;
  fields: readonly Field[];
  /** Messages are keys of `texts.….errors`. It sees fields as typed; empty ones may be missing. */
  schema: (at: At) => z.ZodType<Out>;
  texts: { readonly [A in Audience]?: Readonly<Record<WrittenLanguage, QuestionTexts>> };
  appliesTo: (answers: Answers) => boolean;
  /** Keys of `texts.….notices`, in the order in which they stand. */
  notices: (answers: Answers) => readonly string[];
  /** A key of `texts.….variants`: how the question is put, given the other answers; null for the plain way. */
  variant: (answers: Answers) => string | null;
  /** What the page shows of the answer when it is read back. */
  readBack: (answer: Answer, texts: QuestionTexts, words: ReadBackWords) => readonly SnapshotEntry[];
  /** Fields that are kept beside what was typed and are not typed: when it was asked, say. */
  stamp: (answers: Answers, at: At) => Answer;
  repeats?: Repeats;
};

export type ReadBackWords = {
  notProvided: string;
  date: (typed: Answer, field: string) => string;
  /** A time as it was understood; words that are no time stay as they are. */
  time: (typed: string) => string;
};

type Definition<Out> = Pick<Question<Out>, "id" | "wordingVersion" | "room" | "fields" | "schema" | "texts"> &
  Partial<Question<Out>>;

/** A question with what most questions have in common filled in. */
export const defineQuestion = <Out>(question: Definition<Out>): Question<Out> => ({
  masked: false,
  appliesTo: () => true,
  notices: () => [],
  variant: () => null,
  stamp: () => ({}),
  readBack: (answer, texts, words) => readFields(question.fields, answer, texts, words),
  ...question,
});

/** The texts of a question for one audience. A journey only has questions that speak to its audience. */
export function textsOf(question: Question, audience: Audience, language: Language): QuestionTexts {
  const texts = question.texts[audience];
  if (texts === undefined) throw new Error(`${question.id} has no texts for ${audience}`);
  return wordsIn(texts, language);
}

export const datePartsOf = (field: string) => [`${field}-day`, `${field}-month`, `${field}-year`] as const;

const revealed = (field: Field, option?: string): readonly Field[] => {
  if (field.kind !== "radios" && field.kind !== "select") return [];
  const reveals = field.reveals ?? {};
  if (option === undefined) return Object.values(reveals).flat();
  return Object.hasOwn(reveals, option) ? (reveals[option] ?? []) : [];
};

/** The names that one field sends, without what opens under it. */
const ownNames = (field: Field): readonly string[] =>
  field.kind === "date" ? datePartsOf(field.name) : [field.name];

/** Every name that the form of these fields can send: with one value, or with several. */
export function namesOf(fields: readonly Field[]): { one: string[]; many: string[] } {
  const one: string[] = [];
  const many: string[] = [];
  for (const field of fields) {
    (field.kind === "checkboxes" ? many : one).push(...ownNames(field));
    const below = namesOf(revealed(field));
    one.push(...below.one);
    many.push(...below.many);
  }
  return { one, many };
}

/** The fields that count: what opens under an option that was not chosen was not asked. */
export const askedFields = (fields: readonly Field[], answer: Answer): readonly Field[] =>
  fields.flatMap((field) => {
    const chosen = field.kind === "radios" || field.kind === "select" ? fieldOf(answer, field.name) : "";
    return [field, ...askedFields(revealed(field, chosen), answer)];
  });

const built = new WeakMap<object, { today: string; schema: z.ZodType }>();

/**
 * A question's schema over what was typed, blind to fields that were not asked. Built once a day for each question:
 * building costs a thousand times what reading an answer does.
 */
export function schemaFor<Out>(question: Question<Out>, at: At): z.ZodType<Out> {
  const known = built.get(question);
  if (known?.today === at.today) return known.schema as z.ZodType<Out>;
  const schema = z.preprocess(
    (typed) => onlyAsked(question.fields, (typed ?? {}) as Answer),
    question.schema(at),
  );
  built.set(question, { today: at.today, schema });
  return schema;
}

type Names = { every: ReadonlySet<string>; someOpen: boolean };
const allNames = new WeakMap<readonly Field[], Names>();

/** Every name that these fields can send, and whether some of them only open under an option. */
function everyName(fields: readonly Field[]): Names {
  const known = allNames.get(fields);
  if (known !== undefined) return known;
  const { one, many } = namesOf(fields);
  const names = {
    every: new Set([...one, ...many]),
    someOpen: fields.some((field) => revealed(field).length > 0),
  };
  allNames.set(fields, names);
  return names;
}

/** What was typed without the fields that were not asked; stamps stay. */
function onlyAsked(fields: readonly Field[], answer: Answer): Answer {
  const { every, someOpen } = everyName(fields);
  if (!someOpen) return answer;
  const asked = new Set(askedFields(fields, answer).flatMap(ownNames));
  return Object.fromEntries(Object.entries(answer).filter(([name]) => asked.has(name) || !every.has(name)));
}

type Read = { question: object; today: string; meaning: unknown };
const meanings = new WeakMap<Answer, Read>();

/**
 * What an answer means; null while it is not complete. Remembered by the answer itself, which never changes: whether a
 * form can be sent is asked of every page several times over.
 */
export function meaningOf<Out>(question: Question<Out>, answer: Answer | null, at: At): Out | null {
  if (answer === null) return null;
  const known = meanings.get(answer);
  if (known?.question === question && known.today === at.today) return known.meaning as Out | null;
  const read = schemaFor(question, at).safeParse(answer);
  const meaning = read.success ? read.data : null;
  meanings.set(answer, { question, today: at.today, meaning });
  return meaning;
}

/** Label and value of every field that was asked, in the words in which it was asked. */
function readFields(
  fields: readonly Field[],
  answer: Answer,
  texts: QuestionTexts,
  words: ReadBackWords,
): SnapshotEntry[] {
  // A box by itself that was not ticked says nothing: it is no question that was left out.
  const isSilent = (field: Field) =>
    field.kind === "checkboxes" && field.options.length === 1 && ticksOf(answer, field.name).length === 0;
  const shown = askedFields(fields, answer).filter((field) => !isSilent(field));
  return shown.map((field) => {
    const { label = texts.title, options = {} } = texts.fields[field.name] ?? {};
    const nameOf = (option: string) =>
      option !== "" && Object.hasOwn(options, option) ? (options[option] ?? option) : option;
    const value =
      field.kind === "checkboxes"
        ? ticksOf(answer, field.name).map(nameOf).join("\n")
        : field.kind === "date"
          ? words.date(answer, field.name)
          : field.kind === "radios" || field.kind === "select"
            ? nameOf(fieldOf(answer, field.name))
            : field.kind === "text" && field.clock === true
              ? words.time(fieldOf(answer, field.name).trim())
              : fieldOf(answer, field.name).trim();
    return { label, value: value === "" ? words.notProvided : value };
  });
}
