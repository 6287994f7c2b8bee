import { atHomeWords, type AtHome } from "#domain/wording/at-home";
import { useSite } from "../frame/use-site.ts";
import { Panel } from "../govuk/panel.tsx";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";

type AtHomeReceiptProps = {
  audience: AtHome;
  reference: string;
  deadline: string;
  /** When somebody reads it. */
  reads: string;
  childline: string;
};

/** What is read when it is sent: nothing of what they wrote, and no promise that we cannot keep. */
export function AtHomeReceipt({ audience, reference, deadline, reads, childline }: AtHomeReceiptProps) {
  const { open, phones } = useSite();
  const words = atHomeWords[audience].en.sent;
  const links = {
    ...{ deadline, reads },
    phone: <PhoneLink number={open ? phones.day : phones.night} />,
    childline: <PhoneLink number={childline} />,
    emergency: <PhoneLink number="999" />,
  };
  return (
    <>
      <Panel title={words.title}>
        {words.reference}
        <br />
        <strong className="app-reference">{reference}</strong>
      </Panel>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      {[...words.lines, words.worse].map((line) => (
        <p className="govuk-body" key={line}>
          <Sentence words={line} {...links} />
        </p>
      ))}
    </>
  );
}
