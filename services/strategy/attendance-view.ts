import type { strategyDiscussion } from "#db/schema/strategy";
import { missingFromQuorum, type CoreRole } from "#domain/strategy-invitation";
import { open } from "../sealing/seal.ts";
import { agreedPlace } from "./agree-record.ts";
import { attendeePlace } from "./mark-present.ts";
import { comingPlace, type Coming } from "./answer-invitation.ts";
import type { FoundDiscussion } from "./find-discussion.ts";

type Attendance = FoundDiscussion["attendance"][number];

/** One organisation of a discussion, as the page shows it. */
export function attendanceView({ row, organisation, answeredBy }: Attendance, key: Buffer, mine: string) {
  const { role, invitedAt, answer, answeredAt, comingHow, chased, present } = row;
  const coming: Coming =
    row.coming === null ? { name: "", because: "" } : open<Coming>(key, comingPlace(row.id), row.coming);
  return {
    ...organisation,
    ...{ role, invitedAt, answer, answeredAt, answeredBy, chased, present },
    coming: { ...coming, how: comingHow },
    attendee: row.attendee && open<{ name: string }>(key, attendeePlace(row.id), row.attendee).name,
    presentHow: row.presentHow,
    agreement:
      row.agreement && row.agreedAt && row.agreed
        ? {
            ...{ is: row.agreement, at: row.agreedAt },
            ...open<{ name: string; because: string }>(key, agreedPlace(row.id), row.agreed),
          }
        : null,
    mine: organisation.id === mine,
  };
}

/** Who is missing of social care, police and health: from those who come, or, once it was held, from those who came. */
export function missingFrom(
  { heldAt }: Pick<typeof strategyDiscussion.$inferSelect, "heldAt">,
  attendance: readonly Attendance[],
): CoreRole[] {
  const there = ({ row }: Attendance) =>
    heldAt !== null
      ? row.present === true
      : row.role === "social_care" || row.answer === "coming" || row.answer === "somebody_else";
  return missingFromQuorum(attendance.filter(there).map(({ row }) => row.role));
}
