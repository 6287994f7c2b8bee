import { groupFacts, type SettingGroup } from "./setting-groups.ts";
import { fieldsOf, presetField, presetOf, weekdays, type SettingField } from "./setting-form.ts";
import { standingSource } from "./setting-sources.ts";
import { bragHoursPresets, sourcedKeys, type SettingKey, type Settings } from "./settings.ts";

/** What the boxes of a settings form hold, by field name. */
export type TypedSettings = Readonly<Record<string, string | readonly string[]>>;
type Values = Partial<Record<SettingKey, unknown>>;
type Node = Record<string, unknown>;

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((node, step) => (node as Node | null | undefined)?.[step], value);

/** The sources that the product came with show in the form until somebody writes others. */
const withSources = (settings: Settings): Settings => ({
  ...settings,
  sources: Object.fromEntries(
    sourcedKeys.map((key) => {
      const { source, reviewBy } = standingSource(key, settings, {});
      return [key, { source, reviewBy }];
    }),
  ),
});

/** What the form shows of settings, by field name. */
export function typedFrom(group: SettingGroup, settings: Settings): TypedSettings {
  const shown = withSources(settings);
  return Object.fromEntries(
    fieldsOf(group, settings).map(({ name, kind }) => {
      if (name === presetField) return [name, presetOf(settings)];
      const value = at(shown, name.split("."));
      if (kind === "days") return [name, (value as number[]).map(String)];
      if (kind === "lines") return [name, ((value as string[] | undefined) ?? []).join("\n")];
      return [name, value === undefined || value === null ? "" : String(value as string | number)];
    }),
  );
}

const textOf = (typed: TypedSettings, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value.trim() : "";
};

function valueOf({ name, kind, empty }: SettingField, typed: TypedSettings): unknown {
  const value = typed[name];
  if (kind === "days") return [value ?? []].flat().map(Number);
  const words = textOf(typed, name);
  if (kind === "lines") {
    const lines = words.split("\n").map((line) => line.trim());
    return lines.filter((line) => line !== "");
  }
  if (words === "" && empty !== undefined) return empty === "null" ? null : undefined;
  // What is no number goes on as it was typed: the schema says what it wants.
  return kind === "number" && /^\d{1,6}$/.test(words) ? Number(words) : words;
}

/** Puts a value where its path says, making what is missing on the way; a step that is a number is a place in a list. */
function put(root: Node, path: readonly string[], value: unknown): void {
  let node = root;
  for (const [index, step] of path.slice(0, -1).entries()) {
    node[step] ??= /^\d+$/.test(path[index + 1] ?? "") ? [] : {};
    node = node[step] as Node;
  }
  node[path.at(-1) ?? ""] = value;
}

export type ReadForm = {
  values: Values;
  /** Turns the path of something wrong in the values into the field to say it beside. */
  fieldAt: (path: readonly PropertyKey[]) => string;
};

/** The values that a form stands for. Nothing is checked here: the schema of the settings does. */
export function readSettingForm(group: SettingGroup, typed: TypedSettings, standing: Settings): ReadForm {
  const fields = fieldsOf(group, standing);
  const root: Node = {};
  for (const field of fields) {
    if (field.name === presetField) continue;
    const value = valueOf(field, typed);
    if (value !== undefined || field.name.split(".").some((step) => /^\d+$/.test(step)))
      put(root, field.name.split("."), value);
  }
  for (const key of groupFacts[group].keys) root[key] ??= {};
  const preset = textOf(typed, presetField) as keyof typeof bragHoursPresets;
  if (group === "targets" && preset in bragHoursPresets) root["bragHours"] = bragHoursPresets[preset];
  if (Array.isArray(root["extraBankHolidays"]))
    root["extraBankHolidays"] = sortedOnce(root["extraBankHolidays"]);
  const places = new Map<string, number[]>();
  for (const key of ["levels", "helplines", "repeatRule", "neighbours"] as const)
    if (Array.isArray(root[key])) {
      const rows = withIdentity(key, root[key] as Node[], standing);
      const kept = rows.flatMap((row, i) => (isEmptyRow(key, row, standing) ? [] : [i]));
      root[key] = kept.map((i) => rows[i]);
      places.set(key, kept);
    }
  return { values: root as Values, fieldAt: (path) => fieldFor(fields, path, places) };
}

const sortedOnce = (days: unknown[]) => [...new Set(days as string[])].sort();

/** What a row is known by is not typed: it stays, and a new row gets one. */
function withIdentity(
  key: "levels" | "helplines" | "repeatRule" | "neighbours",
  rows: Node[],
  standing: Settings,
): Node[] {
  if (key === "levels") return rows.map((row, i) => ({ level: i + 1, ...row }));
  if (key === "repeatRule" || key === "neighbours") return rows;
  return rows.map((row, i) => ({
    id: standing.helplines[i]?.id ?? newHelplineId(row["name"], standing),
    ...row,
  }));
}

function newHelplineId(name: unknown, { helplines }: Settings): string {
  const plain = String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 30);
  const taken = (id: string) => helplines.some((line) => line.id === id);
  const base = plain === "" ? "helpline" : plain;
  return taken(base) ? `${base}-${helplines.length + 1}` : base;
}

const isEmpty = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0);

/** A line that stands is taken away by emptying its name and number; a new one is none while all of it is empty. */
function isEmptyRow(key: string, row: Node, standing: Settings): boolean {
  if (key === "levels") return row["level"] === 4 && row["name"] === undefined;
  const stands = key === "helplines" && standing.helplines.some(({ id }) => id === row["id"]);
  return Object.entries(row).every(
    ([name, value]) => name === "id" || (stands && name !== "name" && name !== "number") || isEmpty(value),
  );
}

function fieldFor(
  fields: readonly SettingField[],
  [key, ...rest]: readonly PropertyKey[],
  places: ReadonlyMap<string, number[]>,
): string {
  const first = String(key);
  const [place, ...further] = rest.map(String);
  const kept = places.get(first)?.[Number(place)];
  const steps = [first, ...(kept === undefined ? rest.map(String) : [String(kept), ...further])];
  for (let length = steps.length; length > 0; length -= 1) {
    const name = steps.slice(0, length).join(".");
    if (fields.some((field) => field.name === name)) return name;
  }
  return fields.find(({ name }) => name.startsWith(`${first}.`))?.name ?? fields[0]?.name ?? "";
}

export type SettingDifference = { label: string; from: string; to: string };

/** What a change made different, in the words of the form. */
export function differences(group: SettingGroup, before: Settings, after: Settings): SettingDifference[] {
  const [old, now] = [typedFrom(group, before), typedFrom(group, after)];
  const fields = new Map(
    [...fieldsOf(group, before), ...fieldsOf(group, after)].map((field) => [field.name, field]),
  );
  return [...fields.values()].flatMap((field) => {
    const [from, to] = [inWords(field, old[field.name]), inWords(field, now[field.name])];
    const label = field.under === undefined ? field.label : `${field.under}: ${field.label}`;
    return from === to ? [] : [{ label, from, to }];
  });
}

function inWords({ kind, options }: SettingField, value: string | readonly string[] | undefined): string {
  if (value === undefined || value.length === 0) return "nothing";
  if (kind === "days")
    return [value]
      .flat()
      .map((day) => weekdays[Number(day) - 1] ?? day)
      .join(", ");
  if (kind === "lines") return String(value).split("\n").join(", ");
  return options?.find((option) => option.value === value)?.text ?? String(value);
}
