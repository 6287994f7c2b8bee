import type { FieldInWords } from "#domain/api/fields-in-words";

/** The fields of what is sent or answered, with what each of them takes. */
export function FieldList({ fields }: { fields: readonly FieldInWords[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {fields.map(({ path, needed, kind, says }) => (
        <li key={path}>
          <code>{path}</code>
          {needed && " (needed)"}
          <br />
          {`${says} ${kind}.`}
        </li>
      ))}
    </ul>
  );
}
