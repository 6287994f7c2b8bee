import { z } from "zod";
import { replyKinds, type ReplyKind } from "./agency-request.ts";
import { typedText } from "./questions/typed-text.ts";

/** What an agency answers; sealed as one value. What a kind of answer does not ask for is empty. */
export type ReplyContent = {
  /** Which of their systems were searched. */
  systems: string;
  /** Facts apart from opinions, with where they come from and of when they are. */
  facts: string;
  opinion: string;
  source: string;
  /** An ISO date; empty where none is known. */
  informationOn: string;
  protects: string;
  staffRisks: string;
  need: string;
  /** With whom it may not be shared, and why. */
  notSharedWith: string;
  notSharedBecause: string;
  /** Why it is not shared with us, or which agency has to be asked instead. */
  because: string;
};

export const emptyReply: ReplyContent = {
  ...{ systems: "", facts: "", opinion: "", source: "", informationOn: "", protects: "", staffRisks: "" },
  ...{ need: "", notSharedWith: "", notSharedBecause: "", because: "" },
};

const line = (required?: string) => typedText(200, required);
const box = (required?: string) => typedText(4_000, required);

/** What each kind of answer asks for. */
export const replySchemas = {
  /** With the tick, the systems are those of last time: the service knows them. */
  no_trace: z.object({ asBefore: z.literal("yes").optional(), systems: line() }),
  known: z
    .object({
      ...{ facts: box(), opinion: box(), source: line("Say where it comes from: which system, or who") },
      informationOn: z.iso.date("Check the date").or(z.literal("")).default(""),
      ...{ protects: box(), staffRisks: box(), need: box() },
      ...{ notSharedWith: line(), notSharedBecause: line(), part: z.literal("yes").optional() },
    })
    .refine(({ facts, opinion }) => facts !== "" || opinion !== "", {
      path: ["facts"],
      error: "Write what is known, or below it what somebody thinks",
    })
    .refine((reply) => reply.notSharedWith === "" || reply.notSharedBecause !== "", {
      path: ["notSharedBecause"],
      error: "Say why it may not be shared with them",
    }),
  not_sharing: z.object({ because: box("Say why you do not share it") }),
  wrong_agency: z.object({ because: line("Say who has to be asked, or that you do not know") }),
} as const satisfies Record<ReplyKind, z.ZodType>;

export const isReplyKind = (word: string | null): word is ReplyKind =>
  (replyKinds as readonly (string | null)[]).includes(word);
