import { data } from "@remix-run/node";
import { Conflict, Invalid } from "#services/errors";
import type { Problems, Typed } from "./form.ts";
import { handled } from "./guard.ts";
import { problemsFrom } from "./refused-change.ts";

/** A form of the administrator's that is shown again; `version` is what stands now, so that sending it again is meant. */
export type RefusedSetting = { problems: Problems; typed: Typed; version: number | null };

/** Runs a change. Null when it was made; else the form again with what was typed. */
export async function refusedSetting(run: () => Promise<unknown>, typed: Typed) {
  try {
    await run();
    return null;
  } catch (error) {
    const again = (problems: Problems, status: number, version: number | null = null) =>
      data<RefusedSetting>({ problems, typed, version }, { status });
    if (error instanceof Invalid) return again(problemsFrom(error.problems), 422);
    if (!(error instanceof Conflict)) return handled<never>(() => Promise.reject(error as Error));
    const { version } = (error as Conflict<{ version: number }>).details;
    const text = `${error.message}. What you typed is below: look at the versions first, and send it again if it still holds.`;
    return again({ summary: [{ href: "#main-content", text }], fields: {} }, 409, version);
  }
}
