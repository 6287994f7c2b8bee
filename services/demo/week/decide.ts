import { and, asc, eq } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { contactChild } from "#db/schema/intake";
import { childName } from "#domain/child-name";
import { localDate } from "#domain/time-words";
import { releaseContact } from "../../contacts/release-contact.ts";
import { decideChildren } from "../../decisions/decide-children.ts";
import { makeRecommendation } from "../../decisions/make-recommendation.ts";
import { ruleOnChild } from "../../decisions/rule-on-child.ts";
import { routeDecision } from "../../pathways/route-decision.ts";
import { unitOfWork } from "../../unit-of-work.ts";
import { recordFor } from "../records/record-for.ts";
import type { Scene } from "./scene.ts";
import type { SentIn } from "./send-in.ts";
import type { Stage } from "./stage.ts";

const loader = { kind: "system", process: "demo" } as const;
const minutesAfter = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

type Child = { id: string; standing: string; name: string };

/** A screener settles who the children are and recommends an outcome for each subject. */
export async function recommend(stage: Stage, scene: Scene, sent: SentIn): Promise<Child[]> {
  const screener = stage.person(scene.screener);
  const { reference } = sent;
  const moment = minutesAfter(sent.at, 40);
  const context = stage.at(moment);
  const { children, core } = await look(stage, sent);
  for (const { id, standing } of children) {
    if (standing === "subject") continue;
    const { version } = await stage.contactNow(reference);
    const because = "Safe and well, and not part of what was told.";
    await ruleOnChild(context, screener, {
      reference,
      version,
      childId: id,
      standing: "considered",
      because,
    });
  }
  const subjects = children.filter(({ standing }) => standing === "subject");
  for (const { id: childId, name } of subjects) {
    const { version } = await stage.contactNow(reference);
    const draft = recordFor(scene.about, {
      child: name,
      today: localDate(moment),
      parentsTold: sent.submission.parents?.told === "yes",
      // Saying what the history means is right also where there is none.
      earlierContacts: 1,
      invited: core,
    });
    await makeRecommendation(context, screener, {
      reference,
      version,
      formKey: context.newId(),
      childId,
      draft,
    });
  }
  await releaseContact(minutesLater(stage, moment), screener, reference);
  return subjects;
}

const minutesLater = (stage: Stage, moment: Date) => stage.at(minutesAfter(moment, 1));

/** A manager agrees, or sends it back with a question; what was decided becomes work at once. */
export async function decide(
  stage: Stage,
  scene: Scene,
  sent: SentIn,
  children: readonly Child[],
): Promise<void> {
  const manager = stage.person(scene.came % 2 === 0 ? "Helen Marsh" : "Imran Aziz");
  const moment = minutesAfter(sent.at, 75);
  const context = stage.at(moment);
  const { id, version } = await stage.contactNow(sent.reference);
  const draft =
    scene.reached === "sent_back"
      ? { verdict: "send_back", question: "Has anybody seen the child since Friday, and what did they say?" }
      : {
          verdict: "agree",
          ownReason: "I read the whole contact and agree with the reasons given.",
          pattern: "The contacts are of one kind and are being worked on.",
        };
  const { decisionIds } = await decideChildren(context, manager, {
    reference: sent.reference,
    contactIds: [id],
    version,
    formKey: context.newId(),
    children: children.map((child) => ({ childId: child.id, draft })),
  });
  for (const decisionId of decisionIds)
    await stage.work(minutesAfter(moment, 1), "route-decision", decisionId, (unit) =>
      routeDecision(unit, decisionId),
    );
}

/** The children of a contact, and the organisations that every strategy discussion needs. */
async function look(stage: Stage, { id }: SentIn): Promise<{ children: Child[]; core: string[] }> {
  return unitOfWork(stage.at(new Date(0)), loader, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(contactChild)
      .where(eq(contactChild.contactId, id))
      .orderBy(asc(contactChild.ordinal));
    const invited = await tx
      .select()
      .from(organisation)
      .where(and(eq(organisation.active, true)));
    return {
      children: rows.map(({ id: childId, standing, firstName, lastName, dueDate }) => ({
        id: childId,
        standing,
        name: childName({ firstName, lastName, description: "the child", unborn: dueDate !== null }),
      })),
      core: invited.filter(({ kind }) => kind === "police" || kind === "health").map((one) => one.id),
    };
  });
}
