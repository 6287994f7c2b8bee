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
  /** When a family hears from us. */
  callBack: string;
  childline?: string | undefined;
};

/** What is read when it is sent: nothing of what they wrote, and no promise that we cannot keep. */
export function AtHomeReceipt({ audience, reference, childline, ...told }: AtHomeReceiptProps) {
  const { open, phones } = useSite();
  const words = atHomeWords[audience].en.sent;
  const links = {
    ...told,
    phone: <PhoneLink number={open ? phones.day : phones.night} />,
    childline: childline === undefined ? undefined : <PhoneLink number={childline} />,
    emergency: <PhoneLink number="999" />,
  };
  const lines = [...words.lines, words.worse].filter(
    (line) => childline !== undefined || !line.includes("{childline}"),
  );
  return (
    <>
      <Panel title={words.title}>
        {words.reference}
        <br />
        <strong className="app-reference">{reference}</strong>
      </Panel>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      {lines.map((line) => (
        <p className="govuk-body" key={line}>
          <Sentence words={line} {...links} />
        </p>
      ))}
    </>
  );
}
