import type { Partner } from "../api/find-key.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { replaceOpenCases, type ListTaken, type WholeList } from "./replace-open-cases.ts";

/**
 * A list that a system sent with its key. Only the council's own knows what is open with it; a key that was given to
 * another organisation by mistake replaces nothing.
 * @throws Invalid, Conflict as `replaceOpenCases`
 */
export async function listFromSystem(
  context: Context,
  { organisation }: Partner,
  list: WholeList,
): Promise<ListTaken> {
  if (organisation.kind !== "council")
    throw new Invalid({ asAt: "Only a system of the council itself says which cases are open" });
  return replaceOpenCases(context, list);
}
