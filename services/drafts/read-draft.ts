import type { Audience, Language } from "#domain/intake";
import type { Answers } from "#domain/questions/answers";
import { findSent } from "../contacts/find-receipt.ts";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openDraft, type DraftAccess } from "./draft-access.ts";

export type DraftView = {
  id: string;
  journey: Audience;
  language: Language;
  answers: Answers;
  version: number;
  sent: Awaited<ReturnType<typeof findSent>>;
};

/** @throws NotFound for a wrong secret, an unknown draft and an expired one */
export async function readDraft(context: Context, access: DraftAccess): Promise<DraftView> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    const { row, answers } = await openDraft(unit, access, false);
    return {
      id: row.id,
      journey: row.audience,
      language: row.language,
      answers,
      version: row.version,
      sent: row.submissionKey === null ? null : await findSent(unit, row.submissionKey),
    };
  });
}
