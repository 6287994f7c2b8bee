import { scopeWords } from "#domain/api/keys";
import { dayAndTime } from "#domain/time-words";
import type { ListedKey } from "#services/api/list-keys";
import { SummaryList } from "../govuk/summary-list.tsx";

function standing({ good, endsAt }: ListedKey): string {
  if (!good) return `Ended, ${endsAt ? dayAndTime(endsAt) : ""}`;
  return endsAt === null ? "Good" : `Good until ${dayAndTime(endsAt)}; another takes its place`;
}

/** The keys of an organisation's systems: what each is for, and whether it is still used. */
export function KeyList({ keys }: { keys: readonly ListedKey[] }) {
  if (keys.length === 0) return <p className="govuk-body">It has no key.</p>;
  return keys.map((key) => (
    <SummaryList
      key={key.id}
      card={{ title: `${key.name} (${key.hint}…)`, headingLevel: 2 }}
      rows={[
        { key: "It is", value: standing(key) },
        { key: "It may", value: key.scopes.map((scope) => scopeWords[scope]).join(". ") },
        { key: "Made", value: `${dayAndTime(key.madeAt)}, by ${key.by}` },
        { key: "Last used", value: key.usedAt === null ? "Never" : dayAndTime(key.usedAt) },
      ]}
    />
  ));
}
