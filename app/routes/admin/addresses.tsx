import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { settleAddressSchema } from "#domain/admin-forms";
import { dayAndTime } from "#domain/time-words";
import { listWaitingAddresses } from "#services/directory/address-changes";
import { settleAddress } from "#services/directory/change-address";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.addresses");
  const waiting = await handled(() => listWaitingAddresses(context, actor));
  return { title: "Addresses that wait", me: meOf(actor), waiting };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "admin.addresses");
  const body = await readForm(args.request);
  return takeForm(body, { schema: settleAddressSchema, fields: ["id", "what"] }, (value) =>
    settleAddress(context, actor, value).then(() => href("admin.addresses")),
  );
}

export default function AddressesPage() {
  const { me, waiting } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <StaffPage
      me={me}
      section="admin.organisations"
      back={{ href: href("admin.organisations"), text: "Organisations" }}
    >
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">Addresses that wait for a second person</h1>
      <p className="govuk-body" id="what">
        Whoever could change alone where notices go could have the hub’s work sent to themselves. So one
        administrator proposes an address and another confirms it. The inbox before is told when it is
        confirmed. Ring the organisation on a number that you had before, and ask.
      </p>
      {waiting.length === 0 && <p className="govuk-body">No address waits.</p>}
      {waiting.length > 0 && (
        <ul className="govuk-list">
          {waiting.map(({ id, whose, oldEmail, newEmail, reason, by, at, mine }) => (
            <li key={id} className="govuk-!-margin-bottom-6">
              <h2 className="govuk-heading-m govuk-!-margin-bottom-1">{whose}</h2>
              <p className="govuk-body govuk-!-margin-bottom-1">
                {`To ${newEmail}, from ${oldEmail ?? "no address"}. Proposed by ${by}, ${dayAndTime(at)}.`}
              </p>
              <p className="govuk-body app-written">{reason}</p>
              <form method="post" action={href("admin.addresses")}>
                <input type="hidden" name="id" value={id} />
                {mine ? (
                  <Button classes="govuk-button--secondary" name="what" value="withdraw">
                    Take it back<span className="govuk-visually-hidden">: {whose}</span>
                  </Button>
                ) : (
                  <div className="govuk-button-group">
                    <Button name="what" value="confirm">
                      Confirm<span className="govuk-visually-hidden">: {whose}</span>
                    </Button>
                    <Button classes="govuk-button--secondary" name="what" value="refuse">
                      Refuse<span className="govuk-visually-hidden">: {whose}</span>
                    </Button>
                  </div>
                )}
              </form>
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
