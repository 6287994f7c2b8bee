import { publicReportWords } from "#domain/wording/public-report";
import { filled } from "#domain/wording/site";
import { useSite } from "../frame/use-site.ts";
import { Panel } from "../govuk/panel.tsx";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";

const words = publicReportWords.en.sent;

/** What a member of the public reads when it is sent: nothing of what they wrote, and no promise that we cannot keep. */
export function PublicReceipt({ reference, deadline }: { reference: string; deadline: string }) {
  const { open, phones } = useSite();
  return (
    <>
      <Panel title={words.title}>
        {words.reference}
        <br />
        <strong className="app-reference">{reference}</strong>
      </Panel>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <p className="govuk-body">{filled(words.deadline, { deadline })}</p>
      <p className="govuk-body">{words.privacy}</p>
      <p className="govuk-body">
        <Sentence words={words.more} phone={<PhoneLink number={open ? phones.day : phones.night} />} />
      </p>
      <h2 className="govuk-heading-m">{words.worseHeading}</h2>
      <p className="govuk-body">
        <Sentence words={words.worse} emergency={<PhoneLink number="999" />} />
      </p>
    </>
  );
}
