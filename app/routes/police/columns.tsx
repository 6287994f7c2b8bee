import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, typedIn } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { entered } from "#app/http/refused-entry";
import { policeFields } from "#domain/police/fields";
import { readColumns, saveColumns } from "#services/police/map-columns";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Select } from "../../components/govuk/select.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "police.columns");
  const found = await handled(() => readColumns(context, actor, params["id"] ?? ""));
  return { title: "What the columns are", me: meOf(actor), ...found };
}

const fieldOfColumn = (at: number) => `column-${at}`;

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "police.columns");
  const id = params["id"] ?? "";
  const { headings } = await handled(() => readColumns(context, actor, id));
  const names = headings.map((_, at) => fieldOfColumn(at));
  const typed = typedIn(await readForm(args.request), { fields: names });
  const fields = names.map((name) => typed[name] ?? "unsaid").map(String);
  return entered(async () => {
    await saveColumns(context, actor, id, fields);
    return seeOther(href("police.batch", { id }));
  }, typed);
}

const items = [
  { value: "", text: "Leave it out" },
  ...policeFields.map(({ name, label }) => ({ value: name, text: label })),
];

export default function ColumnsPage() {
  const { me, id, headings, suggested, sent } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <StaffPage me={me} section="partner.home" back={{ href: href("police.home"), text: "Police notices" }}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">What the columns are</h1>
      <p className="govuk-body">
        You say this once for your force. Files with the same headings are known from then on. What is left
        out is not sent.
      </p>
      {sent ? (
        <p className="govuk-body">Some of this file was sent already, so its columns stay as they are.</p>
      ) : (
        <form method="post" action={href("police.columns", { id })} noValidate>
          <div id="columns">
            {headings.map((heading, at) => {
              const typed = again?.typed[fieldOfColumn(at)];
              return (
                <Select
                  key={heading}
                  name={fieldOfColumn(at)}
                  label={heading}
                  value={typeof typed === "string" ? typed : (suggested[heading] ?? "")}
                  items={items}
                />
              );
            })}
          </div>
          <Button preventDoubleClick>Continue</Button>
        </form>
      )}
    </StaffPage>
  );
}
