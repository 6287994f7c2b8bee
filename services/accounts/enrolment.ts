import { and, eq, gte } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { staffPassword } from "#db/schema/identity";
import { NotFound } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { readFlow } from "./flows.ts";
import { openInvitation, type OpenInvitation } from "./open-invitation.ts";

/** An account that is being set up in this browser, by somebody who proved that its inbox is theirs. */
export type Enrolment = {
  staffId: string;
  name: string;
  email: string;
  open: OpenInvitation;
  /** A password was set under this invitation, and not before it. */
  hasPassword: boolean;
};

/** @throws NotFound when nothing is under way here, it took too long, or the invitation was withdrawn meanwhile */
export async function enrolmentOf(unit: Unit, flow: string | null): Promise<Enrolment> {
  const under = await readFlow(unit, flow, "enrol");
  const open = under?.staffId ? await openInvitation(unit, under.staffId) : null;
  if (!open) throw new NotFound("no account is being set up here");
  const [found] = await unit.tx
    .select({ name: staff.name, email: staff.email, passwordOf: staffPassword.staffId })
    .from(staff)
    .leftJoin(
      staffPassword,
      and(eq(staffPassword.staffId, staff.id), gte(staffPassword.setAt, open.startedAt)),
    )
    .where(and(eq(staff.id, open.staffId), eq(staff.active, true)));
  if (!found) throw new NotFound("nobody to set an account up for");
  const { name, email, passwordOf } = found;
  return { staffId: open.staffId, name, email, open, hasPassword: passwordOf !== null };
}
