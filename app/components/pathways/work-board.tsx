import type { ReactNode } from "react";
import type { WorkRow } from "#services/pathways/pathway-view";
import { WorkList } from "./work-list.tsx";
import type { WorkGroup } from "./work-words.ts";

type WorkBoardProps = {
  groups: readonly WorkGroup[];
  /** Said in place of a group that has nothing in it; a group without such words is left out. */
  empty: Readonly<Record<string, string>>;
  asAt: Date;
  familyCafLabel: string;
  more: boolean;
  to: (row: WorkRow) => string;
  below?: ((row: WorkRow) => ReactNode) | undefined;
};

/** Work by stage, each stage with how many there are. */
export function WorkBoard({ groups, empty, more, ...list }: WorkBoardProps) {
  return (
    <>
      {groups
        .filter(({ name, rows }) => rows.length > 0 || empty[name] !== undefined)
        .map(({ name, title, rows }) => (
          <section key={name} aria-labelledby={`group-${name}`}>
            <h2 className="govuk-heading-m" id={`group-${name}`}>
              {title}: {rows.length}
            </h2>
            {rows.length === 0 ? (
              <p className="govuk-body">{empty[name]}</p>
            ) : (
              <WorkList rows={rows} label={title} {...list} />
            )}
          </section>
        ))}
      {more && (
        <p className="govuk-body">There is more than this page shows. What has waited longest is here.</p>
      )}
    </>
  );
}
