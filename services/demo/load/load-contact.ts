import { Temporal } from "temporal-polyfill";
import { clock } from "#db/schema/decision";
import { contact, contactChild } from "#db/schema/intake";
import { hold } from "#db/schema/screening";
import { addElapsed } from "#domain/clocks";
import type { Context } from "../../context.ts";
import { householdOn, type Household } from "../family/household.ts";
import { inventFamily } from "../family/invent-family.ts";
import { randomFrom } from "../random.ts";
import { outcomeOrigin } from "../records/demo-outcome.ts";
import { drawTold } from "../telling/draw-told.ts";
import { tell } from "../telling/tell.ts";
import { arrive, type Arrived } from "./arrive.ts";
import type { Crew } from "./crew.ts";
import { endStory, type Ending } from "./ending.ts";
import { matchEarlier, type Memory } from "./match-earlier.ts";
import type { PlannedContact } from "./plan-load.ts";
import { scribe, type Sheaf } from "./sheaf.ts";
import { workDone } from "./work-done.ts";

export type Loading = {
  context: Context;
  seed: string;
  crew: Crew;
  memory: Memory;
  /** Those that were given: no two contacts have the same one. */
  references: Set<string>;
  /** Nothing happens after this moment. */
  now: Date;
  /** Work on contacts that came after this moment may still be going on. */
  openWorkSince: Date;
};

/** Adds everything about one contact to the sheaf: how it arrived, and what people did with it. */
export function loadContact(loading: Loading, sheaf: Sheaf, planned: PlannedContact): void {
  const { context, seed, crew } = loading;
  const random = randomFrom(`${seed}/contact/${planned.family}/${planned.telling}`);
  const household = householdFor(seed, planned);
  const told = drawTold(random, household, outcomeOrigin[planned.outcome].severity, planned.at);
  const submission = tell(random, told);
  const sender = scribe(context, sheaf, { kind: "public" }, planned.at);
  const arrived = arrive(sender, submission, {
    channel: told.sender.channel,
    references: loading.references,
  });
  if (arrived.rows.referrer.canBeEmailed)
    workDone(sender, {
      kind: "send-message",
      subjectId: arrived.rows.contact.id,
      recipientId: arrived.rows.referrer.id,
      facts: { message: "contact-received", to: "referrer" },
    });
  const matchedAt = addElapsed(planned.at, { minutes: 1 });
  const worker = scribe(context, sheaf, { kind: "system", process: "worker" }, matchedAt);
  const earlier = matchEarlier(worker, arrived, planned, loading.memory);
  const ending = endStory({
    context,
    sheaf,
    crew,
    arrived,
    planned,
    random,
    earlier,
    parentsTold: submission.parents?.told === "yes",
    workUntil: planned.at > loading.openWorkSince ? loading.now : null,
  });
  write(sheaf, arrived, ending, matchedAt);
}

const london = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO("Europe/London").toPlainDate();

function householdFor(seed: string, planned: PlannedContact): Household {
  const family = inventFamily(seed, planned.family, london(planned.firstAt));
  const then = householdOn(family, london(planned.at));
  // Years later all the children may have grown up: then it is the old story that somebody tells.
  return then.children.length > 0 ? then : householdOn(family, london(planned.firstAt));
}

/** The rows that say how it stands, which the end of the story settles. */
function write(sheaf: Sheaf, { rows, clocks }: Arrived, { rated, children }: Ending, matchedAt: Date): void {
  sheaf.add(contact, {
    ...rows.contact,
    rating: rated?.code ?? null,
    ratedAt: rated?.at ?? null,
    matchedAt,
    version: 1 + (rated ? 1 : 0) + children.size * 2,
  });
  sheaf.add(
    contactChild,
    ...rows.children.map((row) => ({ ...row, state: children.get(row.id)?.state ?? ("waiting" as const) })),
  );
  sheaf.add(hold, { contactId: rows.contact.id });
  sheaf.add(
    clock,
    ...clocks.map((one) => {
      const stop =
        one.contactChildId === null
          ? rated && { at: rated.at, id: rated.id }
          : (children.get(one.contactChildId)?.stopped ?? null);
      return { ...one, pathwayId: null, stoppedAt: stop?.at ?? null, stoppedById: stop?.id ?? null };
    }),
  );
}
