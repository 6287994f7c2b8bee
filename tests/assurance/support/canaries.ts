import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import postgres from "postgres";
import { personalData } from "#domain/personal-data/register";
import { answerTo, itemsOf, type Answer, type Answers } from "#domain/questions/answers";
import { addNote } from "#services/contacts/add-note";
import { rateContact } from "#services/contacts/rate-contact";
import { takeContact } from "#services/contacts/take-contact";
import { gatherCrew } from "#services/demo/load/crew";
import { professionalAnswers } from "../../support/answers.ts";
import { agreeAll, recommendAll, versionOf } from "../../support/deciding.ts";
import { fillForm, sendingKey, startForm } from "../../support/form-client.ts";
import { ask } from "../../support/http-client.ts";
import { drain } from "./drain.ts";
import type { System } from "./system.ts";

export type CanaryReport = {
  /** How many words were planted. */
  planted: number;
  /** How many places were searched: log files, tables, emails, what the queue holds. */
  searched: number;
  /** Words in a place where nobody may write them, by place. */
  leaked: string[];
  /** Words that are nowhere in the database in the open although the register says so; a check of the check. */
  unseen: string[];
};

/** A word that nothing else in the world contains, and that every field takes: letters only. */
const wordOf = (n: number) => `Qz${String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26))}vx`;

/** Where an answer is a choice, a date or an address of a kind that has a form of its own. */
const isFree = (name: string, value: string) =>
  /^(name|firstName|lastName|job|organisation|reachable|school|line1|town|account|effect|relationship|said|detail)$/.test(
    name,
  ) && value !== "";

/**
 * Plants words that are found nowhere else in a form and in what the hub writes about it, lets the whole service work on
 * it, and looks for them everywhere that something is kept or sent: only the columns that domain/personal-data calls
 * readable may hold any of them in the open.
 */
export async function plantCanaries(system: System): Promise<CanaryReport> {
  const { origin } = system;
  const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  const words: string[] = [];
  const word = () => {
    const made = wordOf(words.length);
    words.push(made);
    return made;
  };
  const told: string[] = [];
  try {
    const form = await startForm({ url: origin });
    await fillForm(form, withCanaries(professionalAnswers, word));
    const key = await sendingKey(form);
    system.sentKeys.add(key);
    const sent = await form.post("check", { key });
    told.push(sent.location ?? "");
    // Addresses are written down by proxies and browsers, so a page that is not there must not be told of in a log.
    const inAddress = word();
    const missing = await ask({ url: origin }, `/nothing/${inAddress}?name=${inAddress}`);
    told.push(missing.text);
    await ask({ url: origin }, `/f/${form.draft}/check`, { form: { key: inAddress }, cookie: form.cookie });
    const [row] = await owner<{ id: string; reference: string }[]>`
      select id, reference from contact where idempotency_key = ${key}`;
    const children = await owner<{ id: string }[]>`
      select id from contact_child where contact_id = ${row?.id ?? ""} order by ordinal`;
    const contact = {
      ...{ id: row?.id ?? "", reference: row?.reference ?? "" },
      childIds: children.map(({ id }) => id),
    };
    await workOn(system, owner, contact, word);
    if ((await drain(system, "skipped")) === Infinity)
      throw new Error("what the planted contact owes was not done");
    return await look(system, words, told);
  } finally {
    await owner.end();
  }
}

function withCanaries(answers: Answers, word: () => string): Answers {
  const planted = (answer: Answer): Answer =>
    Object.fromEntries(
      Object.entries(answer).map(([name, value]) => [
        name,
        typeof value === "string" && isFree(name, value) ? word() : value,
      ]),
    );
  return Object.fromEntries(
    Object.keys(answers).map((question) => {
      const items = itemsOf(answers, question);
      const whole = planted(answerTo(answers, question) ?? {});
      return [
        question,
        items.length > 0 ? items.map((one) => ({ ...one, answer: planted(one.answer) })) : whole,
      ];
    }),
  );
}

async function workOn(
  { context }: System,
  owner: postgres.Sql,
  contact: { id: string; reference: string; childIds: string[] },
  word: () => string,
): Promise<void> {
  const crew = await gatherCrew(context);
  const [screener, manager] = [crew.withRole("screener", 0), crew.withRole("manager", 0)];
  const { reference } = contact;
  await takeContact(context, screener, { reference, reason: "The next one of this run" });
  const version = await versionOf(owner, contact);
  await rateContact(context, screener, { reference, version, rating: "A", reason: word() });
  await addNote(context, screener, { reference, kind: "note", text: word() });
  const written = {
    reason: word(),
    childsLife: word(),
    childSays: word(),
    questions: word(),
    whoTells: word(),
  };
  await recommendAll(context, owner, screener, contact, "assessment", written);
  await agreeAll(context, owner, manager, contact);
}

/** Everything that is written in one place, as text. */
type Place = { name: string; text: string };

async function look(
  system: System,
  words: readonly string[],
  told: readonly string[],
): Promise<CanaryReport> {
  const outside: Place[] = [
    ...["web.log", "worker.log"].map((file) => fileAt(file, join(system.folder, file))),
    fileAt("the database's log", join(system.postgres.server.home, "postgres.log")),
    ...(system.redis ? filesIn(system.redis.folder) : []),
    ...(await Promise.all(system.mail.messages.map(readEmail))),
    ...told.map((text, n) => ({ name: `answer ${n + 1}`, text })),
  ];
  const leaked = outside.flatMap(({ name, text }) => found(words, text).map((word) => `${word} in ${name}`));
  const everything = postgres(
    system.postgres.superuserUrl(new URL(system.postgres.ownerUrl).pathname.slice(1)),
    {
      max: 1,
    },
  );
  const inDatabase = await columnsWith(everything, words);
  const tables = await tablesOf(everything);
  await everything.end();
  const readable = inDatabase.filter(({ table, column }) => isReadable(table, column));
  for (const { table, column, word } of inDatabase)
    if (!isReadable(table, column)) leaked.push(`${word} in ${table}.${column}`);
  return {
    planted: words.length,
    searched: outside.length + tables.length,
    leaked,
    // Names of a child and of an adult are readable so that they can be found; if none is, nothing was looked at.
    unseen: readable.length === 0 ? ["no planted name in any readable column"] : [],
  };
}

/** As it went over the wire, and as whoever gets it reads it. */
async function readEmail(raw: string, n: number): Promise<Place> {
  const { subject, text, html } = await PostalMime.parse(raw);
  return { name: `email ${n + 1}`, text: [raw, subject, text, html].join("\n") };
}

const found = (words: readonly string[], text: string) => {
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word.toLowerCase()));
};

const fileAt = (name: string, path: string): Place => ({ name, text: readFileSync(path, "latin1") });

const filesIn = (folder: string): Place[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fileAt(`Redis, ${entry.name}`, join(entry.parentPath, entry.name)));

const tablesOf = (owner: postgres.Sql) => owner<{ schema: string; name: string }[]>`
  select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;

/** Every column of every table, the queue's too, in which one of the words can be read as it lies there. */
async function columnsWith(owner: postgres.Sql, words: readonly string[]) {
  const hits: { table: string; column: string; word: string }[] = [];
  for (const { schema, name } of await tablesOf(owner)) {
    const columns = await owner<{ column: string; type: string }[]>`
      select attname as column, format_type(atttypid, null) as type from pg_attribute
      where attrelid = (${schema} || '.' || quote_ident(${name}))::regclass and attnum > 0 and not attisdropped
        and format_type(atttypid, null) in ('text', 'bytea', 'jsonb', 'json', 'character varying', 'text[]')`;
    for (const { column, type } of columns) {
      const value = owner`${owner(column)}`;
      const text = type === "bytea" ? owner`encode(${value}, 'escape')` : owner`${value}::text`;
      const rows = await owner<{ word: string }[]>`
        select distinct word from unnest(${[...words]}::text[]) as word
        where exists (select from ${owner(schema)}.${owner(name)} where ${text} ilike '%' || word || '%')`;
      hits.push(...rows.map(({ word }) => ({ table: name, column, word })));
    }
  }
  return hits;
}

function isReadable(table: string, column: string): boolean {
  const facts = (personalData as Record<string, { readable: Readonly<Record<string, string>> }>)[table];
  return facts !== undefined && column in facts.readable;
}
