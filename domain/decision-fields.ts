import { z } from "zod";
import { levels, type Level } from "./outcome.ts";
import { cleanTyped, markControls } from "./questions/typed-text.ts";
import { lacksHalfOfDay, parseClockTime } from "./time-words.ts";

/** The pieces that recommendations and decisions are made of. No piece has a default: an empty form says nothing. */

const boxMax = 3000;

/** Lengths count characters as a reader counts them. Spaces at both ends do not count. */
export function text(max: number, required?: string) {
  return z
    .string()
    .default("")
    .transform((value) => cleanTyped(value).trim())
    .superRefine((value, problems) => {
      const refuse = (message: string) => problems.addIssue({ code: "custom", message });
      if (value === "" && required !== undefined) refuse(required);
      else if (value !== markControls(value)) {
        refuse("Take out the character that shows as a box: it cannot be kept");
      } else if (value.length > max && [...value].length > max) {
        refuse(`Use ${max.toLocaleString("en-GB")} characters or fewer`);
      }
    });
}

/** One sentence, shown in queues. */
export const sentence = (required: string) => text(200, required);

/** A box that must be filled. `required` is what the page says when it is empty. */
export const box = (required: string) => text(boxMax, required);

/** A box that may stay empty; it is then "". */
export const maybe = () => text(boxMax);

/** One of these, and nothing chosen beforehand. */
export const oneOf = <const Options extends readonly [string, ...string[]]>(
  options: Options,
  required: string,
) => z.enum(options, { error: required });

/** One of these, or "" while nothing is chosen. */
export const maybeOneOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.union([z.literal(""), z.enum(options)], { error: "Choose one of the answers" }).default("");

/** Tick boxes; a form with one tick sends a string and not a list. */
export const ticks = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z
    .union([z.string().transform((one) => (one === "" ? [] : [one])), z.array(z.string())])
    .default(() => [])
    .pipe(z.array(z.enum(options, { error: "Choose from the list" })));

export const levelField = z
  .union([z.literal(levels), z.enum(levels.map(String) as [string, ...string[]])], {
    error: "Choose a level of need",
  })
  .transform((value): Level => Number(value) as Level);

const dateMessage = "Enter a real date, such as 27 3 2027";
const isDate = (value: string) => z.iso.date().safeParse(value).success;

/** An ISO calendar date. */
export const dateField = (required: string) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .refine((value) => value === "" || isDate(value), dateMessage);

export const maybeDate = () =>
  z
    .string()
    .trim()
    .default("")
    .refine((value) => value === "" || isDate(value), dateMessage);

/** A clock time as people type it, kept as "15:40". */
export const timeField = (required: string) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .refine((value) => !lacksHalfOfDay(value), { error: "Write am or pm, such as 3:25pm", abort: true })
    .refine((value) => value === "" || parseClockTime(value) !== null, "Enter a time, such as 3:40pm")
    .transform((value) => parseClockTime(value)?.toString().slice(0, 5) ?? value);

/** A clock time that may be left out. */
export const maybeTime = () =>
  z
    .string()
    .trim()
    .default("")
    .refine((value) => !lacksHalfOfDay(value), { error: "Write am or pm, such as 3:25pm", abort: true })
    .refine((value) => value === "" || parseClockTime(value) !== null, "Enter a time, such as 3:40pm")
    .transform((value) => parseClockTime(value)?.toString().slice(0, 5) ?? value);

export const yesOnly = ["yes"] as const;
export const yesNo = ["yes", "no"] as const;
export const informationKinds = ["duplicate", "no_concern", "noted", "cannot_identify"] as const;
export const parentsTold = ["told", "not_told"] as const;
export const agreements = ["yes", "no", "not_needed", "not_asked"] as const;
export const safeContactAnswers = ["checked", "not_needed"] as const;
export const canDoItAnswers = ["yes", "no", "not_asked"] as const;
export const protections = [
  "police_powers",
  "hospital",
  "parent_agreement",
  "legal_advice",
  "none_yet",
] as const;
export const urgencies = ["now", "today", "within_24_hours"] as const;
export type Urgency = (typeof urgencies)[number];
export const newOrSame = ["new", "same"] as const;
export const toldHow = ["phone", "portal"] as const;

/** Primary need as the census codes it. When torn between two, the higher in the list is right. */
export const primaryNeeds = ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9"] as const;
export const primaryNeedWords: Record<(typeof primaryNeeds)[number], string> = {
  N1: "Abuse or neglect, with risk from domestic abuse",
  N2: "The child's disability or illness",
  N3: "A parent's disability or illness, with mental ill health and addiction",
  N4: "A family under strain for a time",
  N5: "Family life that has not worked for a long time",
  N6: "Behaviour that others do not accept",
  N7: "Low income",
  N8: "Parents who are absent",
  N9: "Not in need: support straight after an adoption",
};
