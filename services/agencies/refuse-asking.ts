import { and, eq, isNull } from "drizzle-orm";
import { agencyRequest } from "#db/schema/screening";
import { questionsField, type AskAgencies } from "#domain/agency-forms";
import { whyNobodyIsAsked, whyNotByThen, whyNotOnThisBasis } from "#domain/agency-request";
import type { Rating } from "#domain/rating";
import { calendarOf } from "#domain/working-calendar";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

export type Asking = Omit<AskAgencies, "due"> & {
  reference: string;
  version: number;
  formKey: string;
  due: Date;
  /** What each agency is asked, by its id. */
  questions: ReadonlyMap<string, string>;
};

/** The organisations that were asked about a contact and have not answered. */
export async function openRequestsOf({ tx }: Unit, contactId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ id: agencyRequest.organisationId })
    .from(agencyRequest)
    .where(and(eq(agencyRequest.contactId, contactId), isNull(agencyRequest.closedAt)));
  return new Set(rows.map(({ id }) => id));
}

/** @throws Invalid by field for what the rules of asking do not allow */
export function refuseAsking(
  asking: Pick<Asking, "basis" | "managersReason" | "due" | "agency" | "questions"> & {
    rating: Rating | null;
  },
  decideBy: Date | null,
  { unit: { now, context }, manages }: { unit: Unit; manages: boolean },
): void {
  const { rating } = asking;
  const nobody = whyNobodyIsAsked({ rating, decideBy, now });
  if (nobody !== null || rating === null || decideBy === null) throw new Invalid({ agency: nobody ?? "" });
  const basis = whyNotOnThisBasis({ ...asking, rating, manages });
  const { settings } = context;
  const due = whyNotByThen(asking.due, { rating, decideBy, now }, settings, calendarOf(settings));
  const unasked = asking.agency.filter((id) => (asking.questions.get(id) ?? "") === "");
  const problems = {
    ...Object.fromEntries(unasked.map((id) => [questionsField(id), "Write what you ask them"])),
    ...(due === null ? {} : { due }),
    ...(basis === null ? {} : { [basis.field]: basis.text }),
  };
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}
