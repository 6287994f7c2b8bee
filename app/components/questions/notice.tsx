import type { Helpline } from "#domain/settings";
import type { NoticeTexts } from "#domain/questions/question";
import { useSite } from "../frame/use-site.ts";
import { HelplineList } from "../public/helplines.tsx";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";

type NoticeProps = { notice: NoticeTexts; helplines: readonly Helpline[] };

/** Something to know before answering. An urgent one names the number that answers now. */
export function Notice({ notice, helplines }: NoticeProps) {
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
      <HelplineList helplines={helplines.filter(({ id }) => notice.helplines?.includes(id))} />
    </div>
  );
}
