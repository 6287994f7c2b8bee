import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { readKeyUse, type KeyVersion } from "#services/sealing/read-key-use";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "admin.keys");
  return { title: "Sealing keys", me: meOf(actor), ...(await handled(() => readKeyUse(context, actor))) };
}

function standing({ held, inUse, wraps }: KeyVersion): string {
  if (!held) return wraps > 0 ? "Missing: what it wraps cannot be opened" : "Taken away";
  if (inUse) return "In use for everything new";
  return wraps > 0 ? "Still needed" : "Wraps nothing. Keep it while a backup needs it";
}

export default function KeysPage() {
  const { me, versions, destroyed } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="admin.settings" back={{ href: href("admin.settings"), text: "Settings" }}>
      <h1 className="govuk-heading-l">Sealing keys</h1>
      <p className="govuk-body">
        What people wrote is sealed with a key for each contact and person, and those keys are wrapped with
        one that the database does not hold. Here is which version of that one wraps how many. The keys
        themselves are in the settings of the processes, and an operator changes them: the guide says how.
      </p>
      <div className="app-scroll" role="region" aria-label="Versions of the sealing key" tabIndex={0}>
        <Table
          firstCellIsHeader
          columns={[{ head: "Version" }, { head: "Keys that it wraps", numeric: true }, { head: "It is" }]}
          rows={versions.map((one) => ({
            key: String(one.version),
            cells: [String(one.version), one.wraps.toLocaleString("en-GB"), standing(one)],
          }))}
        />
      </div>
      <p className="govuk-body">
        {destroyed === 0
          ? "No key has been destroyed."
          : `Destroyed, with what they sealed: ${destroyed.toLocaleString("en-GB")}`}
      </p>
    </StaffPage>
  );
}
