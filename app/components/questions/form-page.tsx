import type { ReactNode } from "react";
import { reportWords } from "#domain/wording/report";
import { youngWords } from "#domain/wording/at-home";
import { senderWords } from "#domain/wording/sender";
import { siteWords } from "#domain/wording/site";
import type { AroundPage } from "../../http/draft.ts";
import type { Problems } from "../../http/form.ts";
import { PublicPage } from "../frame/public-page.tsx";
import { useSite } from "../frame/use-site.ts";
import { Button } from "../govuk/button.tsx";
import { PhoneLink } from "../phone-link.tsx";
import { FormProblems } from "../public/form-problems.tsx";
import { Sentence } from "../sentence.tsx";
import { useWords } from "../use-words.ts";
import { pageForm } from "../frame/language-switch.tsx";

type FormPageProps = {
  children: ReactNode;
  around: AroundPage;
  back: string | null;
  problems?: Problems | null | undefined;
  /** The button that goes on; a page without it brings its own. */
  continues?: boolean;
  /** There is a file among what it sends. */
  withFile?: boolean;
};

/** The frame of a page that asks: it says that nothing is sent yet, and offers to send as soon as that is possible. */
export function FormPage(props: FormPageProps) {
  const { children, around, back, problems, continues = true, withFile = false } = props;
  const [report, young] = [useWords(reportWords), useWords(youngWords)];
  const early = around.audience === "young_person" ? young.early : report.early;
  const site = useWords(siteWords);
  const { later } = useWords(senderWords);
  return (
    <PublicPage
      form
      back={back ?? undefined}
      exit={around.exit ?? undefined}
      above={<Banners around={around} />}
    >
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <FormProblems problems={problems} />
          <form
            method="post"
            // No browser puts a file that was chosen into the page again, so there is nothing to take along.
            {...(withFile ? { encType: "multipart/form-data" } : { id: pageForm })}
            noValidate
          >
            {children}
            {continues && <Button preventDoubleClick>{site.continue}</Button>}
            {around.maySendEarly && (
              <div className="app-send-early">
                <p className="govuk-body">{early.why}</p>
                <Button name="then" value="send" classes="govuk-button--secondary" preventDoubleClick>
                  {early.button}
                </Button>
              </div>
            )}
          </form>
          {around.later !== null && (
            <p className="govuk-body">
              <a className="govuk-link" href={around.later}>
                {later.link}
              </a>
            </p>
          )}
        </div>
      </div>
    </PublicPage>
  );
}

/** Another council answers for where the child lives: they can be called, and nobody is sent away. */
function Elsewhere({ council, number }: { council: string | null; number: string | null }) {
  const words = useWords(reportWords).elsewhere;
  return (
    <p className="app-danger-banner">
      {number === null ? (
        words.unknown
      ) : (
        <Sentence words={words.known} council={council} number={<PhoneLink number={number} />} />
      )}
    </p>
  );
}

/** Above every page until it is sent. */
export function Banners({ around }: { around: AroundPage }) {
  const [words, young] = [useWords(reportWords), useWords(youngWords)];
  const { phones, open } = useSite();
  const childline =
    around.audience === "young_person" ? around.helplines.find(({ id }) => id === "childline") : undefined;
  return (
    <>
      {childline !== undefined && (
        <p className="govuk-body">
          <Sentence words={young.talk} childline={<PhoneLink number={childline.number} />} />
        </p>
      )}
      <p className="app-not-sent">{words.notSent}</p>
      {around.elsewhere !== null && <Elsewhere {...around.elsewhere} />}
      {around.inDanger && (
        <p className="app-danger-banner">
          <Sentence words={words.danger} phone={<PhoneLink number={open ? phones.day : phones.night} />} />
        </p>
      )}
    </>
  );
}
