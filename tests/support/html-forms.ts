import { decoded } from "./markup.ts";

/** One form as a page offers it, read from its markup: what a browser without scripts would know of it. */
export type HtmlForm = {
  action: string;
  hidden: readonly (readonly [name: string, value: string])[];
  /** Boxes that take any words; `long` where there is room for more than a line. */
  texts: readonly { name: string; long: boolean }[];
  /** Boxes for a time of day. */
  times: readonly string[];
  /** Three boxes each. */
  dates: readonly string[];
  /** One of these each: radio buttons and lists to choose from. */
  choices: ReadonlyMap<string, readonly string[]>;
  /** Any of these each. */
  ticks: ReadonlyMap<string, readonly string[]>;
};

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** Every form of a page that is posted. `at` is the page's own address, where a form without an action goes. */
export function formsOn(html: string, at: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = "", inner = ""]) =>
    /method="post"/.test(head) ? [readForm(inner, attribute(head, "action") || at)] : [],
  );
}

function readForm(inner: string, action: string): HtmlForm {
  const tags = [...inner.matchAll(/<(input|textarea)\b[^>]*>/g)].map(([tag]) => tag);
  const named = (type: string) => tags.filter((tag) => attribute(tag, "type") === type);
  const values = (type: string) => {
    const found = new Map<string, string[]>();
    for (const tag of named(type)) {
      const name = attribute(tag, "name");
      found.set(name, [...(found.get(name) ?? []), attribute(tag, "value")]);
    }
    return found;
  };
  const choices = values("radio");
  for (const [tag, options = ""] of inner.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
    const offered = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => attribute(option, "value"));
    choices.set(
      attribute(tag, "name"),
      offered.filter((value) => value !== ""),
    );
  }
  const lines = named("text");
  const isDate = (tag: string) => /-(?:day|month|year)$/.test(attribute(tag, "name"));
  const isTime = (tag: string) => attribute(tag, "class").includes("govuk-input--width-5");
  return {
    action,
    hidden: named("hidden").map((tag) => [attribute(tag, "name"), attribute(tag, "value")] as const),
    texts: [
      ...lines
        .filter((tag) => !isDate(tag) && !isTime(tag))
        .map((tag) => ({ name: attribute(tag, "name"), long: false })),
      ...tags
        .filter((tag) => tag.startsWith("<textarea"))
        .map((tag) => ({ name: attribute(tag, "name"), long: true })),
    ],
    times: lines.filter(isTime).map((tag) => attribute(tag, "name")),
    dates: lines
      .map((tag) => attribute(tag, "name"))
      .filter((name) => name.endsWith("-day"))
      .map((name) => name.slice(0, -4)),
    choices,
    ticks: values("checkbox"),
  };
}

export type Filling = {
  /** What to write into a box. */
  write: (name: string, long: boolean) => string;
  /** ISO dates; the same one everywhere. */
  date: string;
  time: string;
  /** Which of the options, by name of the field; the first one where it says nothing, none where it says "". */
  choose?: Readonly<Record<string, string>>;
};

/** The form filled in to the end, as a browser would send it. */
export function filledIn(form: HtmlForm, { write, date, time, choose = {} }: Filling): URLSearchParams {
  const body = new URLSearchParams(form.hidden.map(([name, value]) => [name, value]));
  const [year = "", month = "", day = ""] = date.split("-");
  for (const { name, long } of form.texts) body.append(name, write(name, long));
  for (const name of form.times) body.append(name, time);
  for (const name of form.dates)
    for (const [part, value] of Object.entries({ day, month, year })) body.append(`${name}-${part}`, value);
  for (const [name, options] of form.choices) {
    const value = choose[name] ?? options[0] ?? "";
    if (value !== "") body.append(name, value);
  }
  for (const [name, options] of form.ticks) for (const value of options) body.append(name, value);
  return body;
}
