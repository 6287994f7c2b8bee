import { reportWords } from "#domain/wording/report";
import { fileWords, sizeInWords } from "#domain/wording/files";
import { filled } from "#domain/wording/site";
import type { ListedFile } from "#services/files/list-draft-files";
import { Tag } from "../govuk/tag.tsx";
import { useWords } from "../use-words.ts";

/** The files of a form, each with a button that takes it away. Never a picture of one: others can see the screen. */
export function FileList({ files }: { files: readonly ListedFile[] }) {
  const words = useWords(fileWords);
  const { changeHidden } = useWords(reportWords);
  return (
    <>
      <h2 className="govuk-heading-m">{words.listed}</h2>
      <dl className="govuk-summary-list">
        {files.map(({ id, name, kind, size, scan }) => (
          <div className="govuk-summary-list__row" key={id}>
            <dt className="govuk-summary-list__key app-written">{name}</dt>
            <dd className="govuk-summary-list__value">
              {words.kinds[kind]}, {sizeInWords(size, words.sizes)}
              {scan === "held" && (
                <>
                  <br />
                  <Tag colour="red">{words.heldTag}</Tag> {words.held}
                </>
              )}
            </dd>
            <dd className="govuk-summary-list__actions">
              <button type="submit" name="remove" value={id} className="app-button-link">
                {words.remove}
                <span className="govuk-visually-hidden">{filled(changeHidden, { name })}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
