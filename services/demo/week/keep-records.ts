import { asc, eq, sql } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import { proposal } from "#db/schema/records";
import type { Context } from "../../context.ts";
import { askForAccess } from "../../records/access/ask-for-access.ts";
import { askToEraseContact } from "../../records/ask-to-erase.ts";
import { confirmAsked } from "../../records/confirm.ts";
import { placeHold } from "../../records/legal-holds.ts";
import { unitOfWork } from "../../unit-of-work.ts";
import { decide, recommend } from "./decide.ts";
import type { Scene } from "./scene.ts";
import { screen } from "./screen.ts";
import { sendIn } from "./send-in.ts";
import { openStage, type Stage } from "./stage.ts";

const loader = { kind: "system", process: "demo" } as const;
const dayMs = 86_400_000;

/** Contacts of a paper archive that was typed in: their children are grown up, and their time is over. */
const archive: readonly Scene[] = ["attic", "cellar", "cupboard"].map((family, i) => ({
  ...{ about: "information_only", family, came: 3_000 + 2 * i, screener: "Grace Adeyemi" },
  ...{ rating: "B", reached: "decided", pathway: "closed" },
}));

/**
 * What the two records officers have before them: contacts that are past their time, one of them held, one erased, and
 * things that wait for the second of them.
 */
export async function playRecords(context: Context): Promise<void> {
  const stage = await openStage(context);
  const now = context.now();
  const daysAgo = (days: number) => stage.at(new Date(now.getTime() - days * dayMs));
  const [shirin, gwen] = [stage.person("Shirin Rahman"), stage.person("Gwen Hopkins")];
  const old: string[] = [];
  for (const [i, scene] of archive.entries()) old.push(await playOld(stage, scene, now, i));
  const [held = "", erased = ""] = old;
  await placeHold(daysAgo(40), shirin, {
    ...{ reference: held, personId: null, months: 24 },
    reason: "The inquiry into the Anytown children’s homes asked for it",
  });
  const request = { ground: "request" } as const;
  await askToEraseContact(daysAgo(6), shirin, {
    ...{ reference: erased, ...request },
    reason: "He is grown up and asked in a letter; we agreed",
  });
  const [waiting] = await unitOfWork(context, loader, ({ tx }) =>
    tx.select({ id: proposal.id }).from(proposal),
  );
  await confirmAsked(daysAgo(5), gwen, waiting?.id ?? "");
  const [recent, sentByMistake] = await unitOfWork(context, loader, ({ tx }) =>
    tx
      .selectDistinctOn([contact.receivedAt], { reference: contact.reference, childId: contactChild.id })
      .from(contact)
      .innerJoin(contactChild, eq(contactChild.contactId, contact.id))
      .where(
        sql`${contact.receivedAt} > ${daysAgo(60).now().toISOString()} and frontdoor_keeps(${contact.id}, now()) = '{}'`,
      )
      .orderBy(asc(contact.receivedAt), asc(contactChild.ordinal))
      .limit(2),
  );
  if (!recent || !sentByMistake) throw new Error("nothing of the week is done");
  const { reference, childId } = recent;
  await askForAccess(daysAgo(1), gwen, {
    ...{ reference, whose: "child", id: childId },
    reason: "The mother, who looks after the child, asked in person and showed her passport",
  });
  await askToEraseContact(daysAgo(1), shirin, {
    ...{ reference: sentByMistake.reference, ground: "mistake" },
    reason: "Meant for another council, which has it now",
  });
}

/** One contact of the archive, played on a working day so long ago that its youngest child is over thirty. */
async function playOld(stage: Stage, scene: Scene, now: Date, i: number): Promise<string> {
  const at = new Date(now);
  at.setUTCFullYear(at.getUTCFullYear() - 32 - i);
  at.setUTCHours(10, 0, 0, 0);
  while ([0, 6].includes(at.getUTCDay())) at.setUTCDate(at.getUTCDate() - 1);
  const sent = await sendIn(stage, scene, at, now);
  await screen(stage, scene, sent);
  await decide(stage, scene, sent, await recommend(stage, scene, sent));
  return sent.reference;
}
