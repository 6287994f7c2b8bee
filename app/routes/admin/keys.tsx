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
  return { title: "Keys", me: meOf(actor), ...(await handled(() => readKeyUse(context, actor))) };
}

function standing({ held, inUse, needed }: KeyVersion, withoutIt: string): string {
  if (!held) return needed > 0 ? `Missing: ${withoutIt}` : "Taken away";
  if (inUse) return "In use for everything new";
  return needed > 0 ? "Still needed" : "Nothing needs it. Keep it while a backup needs it";
}

type VersionsProps = { label: string; counted: string; versions: readonly KeyVersion[]; withoutIt: string };

function Versions({ label, counted, versions, withoutIt }: VersionsProps) {
  return (
    <div className="app-scroll" role="region" aria-label={label} tabIndex={0}>
      <Table
        firstCellIsHeader
        columns={[{ head: "Version" }, { head: counted, numeric: true }, { head: "It is" }]}
        rows={versions.map((one) => ({
          key: String(one.version),
          cells: [String(one.version), one.needed.toLocaleString("en-GB"), standing(one, withoutIt)],
        }))}
      />
    </div>
  );
}

export default function KeysPage() {
  const { me, sealing, lookup, destroyed } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="admin.settings" back={{ href: href("admin.settings"), text: "Settings" }}>
      <h1 className="govuk-heading-l">Keys</h1>
      <p className="govuk-body">
        The keys themselves are in the settings of the processes, and an operator changes them: the guide says
        how. Here is what still needs which version.
      </p>
      <h2 className="govuk-heading-m">Sealing key</h2>
      <p className="govuk-body">
        What people wrote is sealed with a key for each contact and person, and those keys are wrapped with
        one that the database does not hold.
      </p>
      <Versions
        label="Versions of the sealing key"
        counted="Keys that it wraps"
        versions={sealing}
        withoutIt="what it wraps cannot be opened"
      />
      <p className="govuk-body">
        {destroyed === 0
          ? "No key has been destroyed."
          : `Destroyed, with what they sealed: ${destroyed.toLocaleString("en-GB")}`}
      </p>
      <h2 className="govuk-heading-m">Lookup key</h2>
      <p className="govuk-body">
        NHS numbers, pupil numbers and addresses are kept as hashes that were made with this key, so that an
        earlier contact about the same child is found and a copy of the database does not give them away.
      </p>
      <Versions
        label="Versions of the lookup key"
        counted="Hashes that it made"
        versions={lookup}
        withoutIt="what it made finds nobody"
      />
    </StaffPage>
  );
}
