import type { NoticeTexts } from "#domain/questions/question";
import { useSite } from "../frame/use-site.ts";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";

/** Something to know before answering. An urgent one names the number that answers now. */
export function Notice({ notice }: { notice: NoticeTexts }) {
  const { phones, open } = useSite();
  const phone = <PhoneLink number={open ? phones.day : phones.night} />;
  return (
    <div className={notice.urgent === true ? "app-emergency" : "govuk-inset-text"}>
      {notice.heading !== undefined && <h2 className="govuk-heading-m">{notice.heading}</h2>}
      {notice.text.map((words) => (
        <p className="govuk-body" key={words}>
          <Sentence words={words} phone={phone} />
        </p>
      ))}
    </div>
  );
}
