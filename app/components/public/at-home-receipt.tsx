import { atHomeWords, youngWords, type AtHome } from "#domain/wording/at-home";
import { addWords } from "#domain/wording/add";
import { equalityWords } from "#domain/wording/equality";
import { href } from "../../href.ts";
import { useSite } from "../frame/use-site.ts";
import { Panel } from "../govuk/panel.tsx";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";
import { useWords } from "../use-words.ts";

type AtHomeReceiptProps = {
  audience: AtHome;
  reference: string;
  deadline: string;
  /** When somebody reads it. */
  reads: string;
  /** When a family hears from us. */
  callBack: string;
  childline?: string | undefined;
  /** They gave no way to reach them. */
  cannotAnswer: boolean;
  /** The four words that let them add something later. */
  words: string | null;
};

/** What is read when it is sent: nothing of what they wrote, and no promise that we cannot keep. */
export function AtHomeReceipt(props: AtHomeReceiptProps) {
  const { audience, reference, childline, cannotAnswer, words: given, ...told } = props;
  const { open, phones } = useSite();
  const words = useWords(atHomeWords[audience]).sent;
  const add = useWords(addWords).given;
  const { offer } = useWords(equalityWords);
  const young = useWords(youngWords);
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
      {cannotAnswer && (
        <p className="govuk-inset-text">
          <Sentence words={young.cannotAnswer.after} phone={links.phone} />
        </p>
      )}
      {lines.map((line) => (
        <p className="govuk-body" key={line}>
          <Sentence words={line} {...links} />
        </p>
      ))}
      {given !== null && (
        <>
          <h2 className="govuk-heading-m">{add.heading}</h2>
          <p className="govuk-body">{add.text}</p>
          <p className="govuk-body-l">
            <strong className="app-passphrase">{given}</strong>
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={href("help.add")}>
              {add.how}
            </a>
          </p>
        </>
      )}
      {audience !== "young_person" && (
        <>
          <h2 className="govuk-heading-m">{offer.heading}</h2>
          <p className="govuk-body">
            {offer.text}{" "}
            <a className="govuk-link" href={href("help.equality")}>
              {offer.link}
            </a>
          </p>
        </>
      )}
    </>
  );
}
