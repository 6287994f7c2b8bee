import { attemptsOf } from "#domain/call-attempts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { callsIn } from "./load-calling.ts";

/**
 * Nobody says that a family cannot be reached before they have tried.
 * @throws Invalid by `reason`
 */
export async function triedEnough(unit: Unit, row: { id: string; contactId: string }): Promise<void> {
  const { stillTo } = attemptsOf(await callsIn(unit, row), unit.context.settings);
  if (stillTo !== null) throw new Invalid({ reason: `First call them: ${stillTo}` });
}
