import { returnableFor } from "#domain/pathway-records";
import type { WorkView } from "#services/pathways/read-pathway";
import { recordsOn, type WorkFormName } from "./work-forms.ts";

/** Who has a child, and whether there is an assessment at all, is for the manager of the team. */
const managersOwn: readonly WorkFormName[] = ["allocation", "ending", "ended-without-assessment"];

/** An assessment has one outcome, and is closed once it has one; before that it can end without. */
function fits(name: WorkFormName, { assessed }: WorkView["work"]): boolean {
  if (name === "assessment" || name === "ended-without-assessment" || name === "review")
    return assessed === null;
  return name !== "ending" || assessed !== null;
}

/** The forms that fit where a piece of work stands and who looks at it, the next thing to do first. */
export function formsFor({ work, can, teams }: Pick<WorkView, "work" | "can" | "teams">): WorkFormName[] {
  const { kind, state } = work;
  if (state === "closed") return can.work && work.startCheckDueAt !== null ? ["did-it-start"] : [];
  const open = state === "waiting" || state === "accepted" || state === "active";
  const forms: WorkFormName[] = [];
  if (can.work && open) {
    // A worker elsewhere acknowledges a notice, and another council a transfer: neither is accepted here.
    const needsOwner = kind !== "case_notice" && kind !== "transfer";
    if (needsOwner && state === "waiting") {
      if (can.manage) forms.push("accept");
    } else
      forms.push(
        ...recordsOn[kind].filter((name) => (can.manage || !managersOwn.includes(name)) && fits(name, work)),
      );
    if (returnableFor[kind] !== null && can.manage) forms.push("return");
  }
  if (can.assign && teams.length > 0 && (state === "waiting" || state === "returned")) forms.push("assign");
  return forms;
}
