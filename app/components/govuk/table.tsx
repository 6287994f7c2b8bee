import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Column = { head: ReactNode; numeric?: boolean | undefined; classes?: string | undefined };

type TableProps = {
  caption?: ReactNode;
  captionClasses?: string | undefined;
  columns: readonly Column[];
  /** One cell a column. `key` tells rows apart. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  firstCellIsHeader?: boolean | undefined;
  classes?: string | undefined;
};

export function Table({
  caption,
  captionClasses,
  columns,
  rows,
  firstCellIsHeader = false,
  classes,
}: TableProps) {
  return (
    <table className={classNames("govuk-table", classes)}>
      {caption !== undefined && (
        <caption className={classNames("govuk-table__caption", captionClasses)}>{caption}</caption>
      )}
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column, index) => (
            <th
              key={index}
              scope="col"
              className={classNames(
                "govuk-table__header",
                column.numeric === true && "govuk-table__header--numeric",
                column.classes,
              )}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={row.key}>
            {row.cells.map((cell, index) =>
              firstCellIsHeader && index === 0 ? (
                <th scope="row" className="govuk-table__header" key={index}>
                  {cell}
                </th>
              ) : (
                <td
                  className={classNames(
                    "govuk-table__cell",
                    columns[index]?.numeric === true && "govuk-table__cell--numeric",
                  )}
                  key={index}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
