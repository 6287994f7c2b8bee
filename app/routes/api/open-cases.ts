import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { machine, onlyWith, readJson } from "#app/http/machine";
import { problemAnswer } from "#app/http/problem";
import { errorsFrom } from "#domain/api/problems";
import { looseList, readCase } from "#domain/open-case-list";
import { Conflict, Invalid } from "#services/errors";
import { listFromSystem } from "#services/open-cases/list-from-system";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await guard(args, "api.open-cases");
  return onlyWith("POST");
}

/** The whole list of open cases from the council's case-management system. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const asked = { route: "api.open-cases", scope: "open-cases:replace" } as const;
  return machine(args, asked, async ({ context, partner }) => {
    const json = await readJson(args.request);
    if (!json.read) return problemAnswer(json.because);
    const parsed = looseList.safeParse(json.value);
    if (!parsed.success) return problemAnswer("not-taken", { errors: errorsFrom(parsed.error.issues) });
    const { asAt, fewerIsRight, cases } = parsed.data;
    const rows = cases.map((one, at) => readCase(one, at + 1));
    try {
      const list = { asAt: new Date(asAt), how: "api", rows, fewerIsRight: fewerIsRight === true } as const;
      const { asAt: at, ...taken } = await listFromSystem(context, partner, list);
      return Response.json({ asAt: at.toISOString(), ...taken });
    } catch (error) {
      if (error instanceof Conflict) return problemAnswer("much-smaller");
      if (!(error instanceof Invalid)) throw error;
      const errors = Object.entries(error.problems).map(([field, message]) => ({ path: [field], message }));
      return problemAnswer("not-taken", { errors: errorsFrom(errors) });
    }
  });
}
