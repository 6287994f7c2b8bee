import { z } from "zod";
import { hubFormWords } from "./hub-forms.ts";
import { typedText } from "./questions/typed-text.ts";

/** The four questions that make a worry about somebody who works with children one for the designated officer. */
export const ladoTests = ["harmed", "offence", "risk", "unsuitable"] as const;
export type LadoTest = (typeof ladoTests)[number];
export const ladoTestWords: Record<LadoTest, string> = {
  harmed: "They have harmed a child, or may have",
  offence: "They may have committed an offence against a child, or one to do with a child",
  risk: "How they behaved to a child suggests that they may be a risk to children",
  unsuitable: "What they did, perhaps not at work, may make them unsuitable to work with children",
};

/** What the designated officer found in the end. */
export const ladoFindings = [
  "substantiated",
  "unsubstantiated",
  "unfounded",
  "false",
  "malicious",
  "advice",
] as const;
export type LadoFinding = (typeof ladoFindings)[number];
export const ladoFindingWords: Record<LadoFinding, string> = {
  substantiated: "Substantiated: there is enough to prove it",
  unsubstantiated: "Unsubstantiated: there is not enough to prove or to disprove it",
  unfounded: "Unfounded: nothing supports it",
  false: "False: there is enough to disprove it",
  malicious: "Malicious: it was said on purpose to deceive, and there is enough to disprove it",
  advice: "Advice only: it did not come to the four questions",
};

/** Who the worry is about and what it is; sealed as one value. */
export type LadoContent = {
  /** The contact's that it stands beside: the officer cannot open that, and asks the hub about it by this. */
  reference: string;
  name: string;
  work: string;
  employer: string;
  worry: string;
  tests: readonly LadoTest[];
};

const line = (required?: string) => typedText(300, required);
const words = (required: string) => typedText(20_000, required);

export const openLadoSchema = z.object({
  name: line("Type the name of the adult, or what is known of who they are"),
  work: line("Say what they do with children"),
  employer: line(),
  staffEmail: line(),
  bypass: z.literal("yes").optional(),
  tests: z.array(z.enum(ladoTests)).min(1, "Choose at least one"),
  worry: words("Say what the worry is"),
});
export type OpenLado = z.infer<typeof openLadoSchema>;

/** One form for all that the designated officer does with a record; the service says what each of them needs. */
export const workLadoSchema = z.object({
  what: z.enum(["acknowledge", "note", "close"]),
  note: typedText(20_000),
  finding: z.enum(ladoFindings, "Choose what you found").optional(),
});
export type WorkLado = z.infer<typeof workLadoSchema>;

export const ladoFormWords = hubFormWords;
