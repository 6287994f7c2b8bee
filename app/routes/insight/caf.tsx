import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm, type Problems, type Typed } from "#app/http/form";
import { guard, handled, refusal, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsFrom } from "#app/http/refused-change";
import { cafStartSchema, citywide, quietAgencies } from "#domain/caf-figures";
import { countShown } from "#domain/equality";
import { dayAndTime, monthAndYear } from "#domain/time-words";
import { Conflict, Invalid } from "#services/errors";
import { readCafFigures, type RedirectCounts } from "#services/insight/caf-figures";
import { offerMentor, recordCafStart } from "#services/insight/record-caf-start";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { Quiet, StartForm } from "../../components/insight/caf-starts.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "insight.caf");
  const { familyCafLabel, cafStartsPerMonth, cafQuietMonths } = context.settings;
  const { agencies, ...figures } = await handled(() => readCafFigures(context, actor));
  const whole = figures.months.slice(1, 1 + cafQuietMonths);
  const cells = figures.months.map((month) => ({ month, city: citywide(agencies, month) }));
  return {
    ...{ title: `${familyCafLabel} by month`, me: meOf(actor), ...figures, familyCafLabel },
    ...{ target: cafStartsPerMonth, quietMonths: whole.length, cells },
    quiet: quietAgencies(agencies, whole),
    agencies,
  };
}

type Again = { problems: Problems; typed: Typed; asAt?: string };

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "insight.caf");
  const body = await readForm(args.request);
  if (body.get("do") === "mentor") {
    const organisationId = body.get("organisationId") ?? "";
    try {
      await handled(() => offerMentor(context, actor, organisationId));
    } catch (error) {
      if (error instanceof Invalid) throw refusal(400);
      throw error;
    }
    return seeOther(href("insight.caf"));
  }
  const fields = ["organisationId", "month", "count", "asAt"];
  const form = parseForm(body, { schema: cafStartSchema, fields });
  if (!form.ok) return data<Again>({ problems: form.problems, typed: form.typed }, { status: 422 });
  try {
    await handled(() => recordCafStart(context, actor, form.value));
  } catch (error) {
    const { typed } = form;
    if (error instanceof Invalid)
      return data<Again>({ problems: problemsFrom(error.problems), typed }, { status: 422 });
    if (!(error instanceof Conflict)) throw error;
    const { count } = error.details as { count: number };
    const because = `Somebody entered ${count} meanwhile. Save again to put yours in its place`;
    const again = { problems: problemsFrom({ count: because }), typed, asAt: context.now().toISOString() };
    return data<Again>(again, { status: 409 });
  }
  return seeOther(href("insight.caf"));
}

const heads = {
  made: "Redirects",
  accepted: "A lead said yes",
  started: "Help began",
  refused: "Refused",
  withdrawn: "Withdrawn",
  unreachable: "Unreachable",
  steppedUp: "Stepped up",
} as const satisfies Partial<Record<keyof RedirectCounts, string>>;
const counted = Object.keys(heads) as (keyof typeof heads)[];

export default function CafFiguresPage() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { me, familyCafLabel, redirects, cells, target, agencies, months } = page;
  return (
    <StaffPage me={me} section="insight.caf">
      <FormProblems problems={again?.problems ?? null} />
      <h1 className="govuk-heading-l">{familyCafLabel} by month</h1>
      <p className="govuk-body">
        Our redirects by the month of the decision, as they stand now, and beside them what every agency
        began, whoever asked for it. The aim is {target} a month. This month is not over.
      </p>
      <div className="app-scroll" tabIndex={0} role="region" aria-label={`${familyCafLabel} by month`}>
        <Table
          firstCellIsHeader
          columns={[
            { head: "Month" },
            ...counted.map((key) => ({ head: heads[key], numeric: true })),
            { head: "Begun by every agency", numeric: true },
            { head: "Of the aim", numeric: true },
          ]}
          rows={redirects.map((row, index) => {
            const city = cells[index]?.city ?? null;
            return {
              key: row.month,
              cells: [
                monthAndYear(row.month),
                ...counted.map((key) => countShown(Number(row[key]))),
                city === null ? "Not entered" : city,
                city === null ? "" : `${Math.round((100 * city) / target)} %`,
              ],
            };
          })}
        />
      </div>
      <h2 className="govuk-heading-m">Begun by each agency</h2>
      {agencies.length === 0 && <p className="govuk-body">No agency is in the directory yet.</p>}
      {agencies.length > 0 && (
        <div className="app-scroll" tabIndex={0} role="region" aria-label="Begun by each agency">
          <Table
            firstCellIsHeader
            columns={[
              { head: "Agency" },
              ...months.map((month) => ({ head: monthAndYear(month), numeric: true })),
            ]}
            rows={agencies.map(({ id, name, starts }) => ({
              key: id,
              cells: [name, ...months.map((month) => starts[month] ?? "–")],
            }))}
          />
        </div>
      )}
      <Quiet
        {...{ agencies: page.quiet, months: page.quietMonths, mayRecord: page.mayRecord }}
        offered={(at) => dayAndTime(at)}
      />
      {page.mayRecord && agencies.length > 0 && (
        <StartForm
          {...{ agencies, months, typed: again?.typed ?? {}, problems: again?.problems ?? null }}
          asAt={again?.asAt ?? page.asAt.toISOString()}
        />
      )}
    </StaffPage>
  );
}
