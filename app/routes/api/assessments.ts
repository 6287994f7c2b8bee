import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard";
import { machine, onlyWith, readJson } from "#app/http/machine";
import { problemAnswer } from "#app/http/problem";
import { assessmentBody } from "#domain/api/assessment";
import { errorsFrom } from "#domain/api/problems";
import { Conflict, Invalid } from "#services/errors";
import { outcomeFromSystem } from "#services/pathways/outcome-from-system";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await guard(args, "api.assessments");
  return onlyWith("POST");
}

/** What an assessment found, from the council's case-management system. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const asked = { route: "api.assessments", scope: "assessments:record" } as const;
  return machine(args, asked, async ({ context, partner }) => {
    const json = await readJson(args.request);
    if (!json.read) return problemAnswer(json.because);
    const parsed = assessmentBody.safeParse(json.value);
    if (!parsed.success) return problemAnswer("not-taken", { errors: errorsFrom(parsed.error.issues) });
    try {
      return Response.json(await outcomeFromSystem(context, partner, parsed.data));
    } catch (error) {
      if (error instanceof Conflict) return problemAnswer("found-before");
      if (!(error instanceof Invalid)) throw error;
      const errors = Object.entries(error.problems).map(([field, message]) => ({ path: [field], message }));
      return problemAnswer("not-taken", { errors: errorsFrom(errors) });
    }
  });
}
