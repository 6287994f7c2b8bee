import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { draft } from "#db/schema/intake";
import { dataKey } from "#db/schema/proof";
import type { Answers } from "#domain/questions/answers";
import type { Context } from "#services/context";
import { householdOn } from "#services/demo/family/household";
import { inventFamily } from "#services/demo/family/invent-family";
import { randomFrom } from "#services/demo/random";
import { formAnswers } from "#services/demo/telling/form-answers";
import { drawTold } from "#services/demo/telling/draw-told";
import { tell } from "#services/demo/telling/tell";
import { sealAnswers } from "#services/drafts/draft-access";
import { hashSecret } from "#services/sealing/hash-secret";
import { newDataKey } from "#services/sealing/data-keys";
import { unitOfWork } from "#services/unit-of-work";

/** A form that is filled in and whose check page was shown: nothing is left but to send it. */
export type ReadyDraft = { draftId: string; secret: string; key: string; answers: Answers };

const perInsert = 200;

/** Makes forms as professionals would have filled them in, about invented families; the same seed, the same forms. */
export async function readyDrafts(context: Context, seed: string, count: number): Promise<ReadyDraft[]> {
  const made: ReadyDraft[] = [];
  for (let from = 0; from < count; from += perInsert) {
    const some = Array.from({ length: Math.min(perInsert, count - from) }, (_, i) =>
      readyDraft(context, seed, from + i),
    );
    await unitOfWork(context, { kind: "public" }, async ({ tx }) => {
      await tx.insert(dataKey).values(some.map(({ keyRow }) => keyRow));
      await tx.insert(draft).values(some.map(({ row }) => row));
    });
    made.push(...some.map(({ ready }) => ready));
  }
  return made;
}

function readyDraft(context: Context, seed: string, number: number) {
  const now = context.now();
  const [draftId, key] = [context.newId(), context.newId()];
  const secret = randomBytes(32).toString("base64url");
  const answers = professionalForm(seed, number, now);
  const room = newDataKey(context.keys, "draft", draftId);
  return {
    ready: { draftId, secret, key, answers },
    keyRow: room.row,
    row: {
      id: draftId,
      audience: "professional",
      language: "en",
      secretHash: hashSecret(secret),
      answers: sealAnswers(room.key, draftId, answers),
      submissionKey: key,
      createdAt: now,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
    } satisfies typeof draft.$inferInsert,
  };
}

/** What a professional typed about one family. */
function professionalForm(seed: string, number: number, now: Date): Answers {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO("Europe/London")
    .toPlainDate();
  const random = randomFrom(`${seed}/draft/${number}`);
  const household = householdOn(inventFamily(seed, number, day), day);
  for (;;) {
    const told = drawTold(
      random,
      household,
      random.pick(["information", "advice", "early_help", "assessment"]),
      now,
    );
    if (told.sender.audience === "professional") return formAnswers(tell(random, told), now);
  }
}
