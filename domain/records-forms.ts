import { z } from "zod";
import { accessChoices } from "./access.ts";
import { chosenGrounds } from "./erasure.ts";
import { typedText } from "./questions/typed-text.ts";

const lineAtMost = 300;
const line = (required?: string) => typedText(lineAtMost, required);
const id = z.uuid("Choose from the list");

export const findSchema = z.object({ reference: line("Type the reference") });

/** Whom it is about: the contact alone, or a person in it and with that every contact about them. */
const about = z.union([z.literal("contact"), z.uuid()], "Say whom it is about");

/** After how many months a hold is looked at again. */
export const reviewMonths = ["6", "12", "24", "60"] as const;
export const reviewMonthsWords: Record<(typeof reviewMonths)[number], string> = {
  "6": "In six months",
  "12": "In a year",
  "24": "In two years",
  "60": "In five years",
};

export const holdSchema = z.object({
  about,
  months: z.enum(reviewMonths, "Say when somebody looks at it again"),
  reason: line("Say what it is kept for"),
});
export const liftHoldSchema = z.object({ id, reason: line("Say why it is no longer needed") });
export const eraseSchema = z.object({
  about,
  ground: z.enum(chosenGrounds, "Say under what it is erased"),
  reason: line("Say why, in one line"),
});
export const answerAskedSchema = z.object({
  id,
  do: z.enum(["confirm", "withdraw"], "Choose what is to happen"),
});
export const reasonOnlySchema = z.object({ reason: line("Say why, in one line") });
export const askAccessSchema = z.object({
  whose: z.string("Say who asked for it").regex(/^(child|adult):[0-9a-f-]{36}$/, "Say who asked for it"),
  reason: line("Say who asked, when, and how you know that it is them"),
});

export const chooseSchema = z.object({
  item: z
    .string("Choose from the list")
    .regex(/^[a-z0-9_]+:[0-9a-f-]{36}(:\d{1,3})?$/, "Choose from the list"),
  choice: z.enum([...accessChoices, "default"], "Say whether it is given"),
  reason: line(),
});
