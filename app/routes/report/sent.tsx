import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { goTo, openForm } from "#app/http/draft";
import { firstToDo } from "#domain/journeys";
import { formatReference } from "#domain/reference";
import { timeOnDay } from "#domain/wording/promise";
import { publicReportWords } from "#domain/wording/public-report";
import { reportWords } from "#domain/wording/report";
import { filled } from "#domain/wording/site";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { useSite } from "../../components/frame/use-site.ts";
import { Panel } from "../../components/govuk/panel.tsx";
import { PublicReceipt } from "../../components/public/public-receipt.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { href } from "../../href.ts";

const words = reportWords.en.sent;

export async function loader(args: LoaderFunctionArgs) {
  const { access, journey, answers, reading, sent } = await openForm(args, "report.sent");
  if (sent === null) throw goTo(access.draftId, firstToDo(journey, answers, reading.at));
  const isPublic = reading.audience === "public";
  return {
    title: isPublic ? publicReportWords.en.sent.title : words.title,
    // What was typed is gone from here when they leave fast; what was sent stays with us.
    exit: isPublic ? href("report.exit-form", { draft: access.draftId }) : null,
    reference: formatReference(sent.reference),
    deadline: timeOnDay(sent.decideBy),
    partial: sent.partial,
  };
}

export default function SentPage() {
  const { reference, deadline, partial, exit } = useLoaderData<typeof loader>();
  const site = useSite();
  const phone = <PhoneLink number={site.open ? site.phones.day : site.phones.night} />;
  if (exit !== null)
    return (
      <PublicPage exit={exit}>
        <PublicReceipt reference={reference} deadline={deadline} />
      </PublicPage>
    );
  return (
    <PublicPage>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Panel title={words.title}>
            {words.reference}
            <br />
            <strong className="app-reference">{reference}</strong>
          </Panel>
          <h2 className="govuk-heading-m">{words.nextHeading}</h2>
          <p className="govuk-body">{filled(words.deadline, { deadline })}</p>
          <p className="govuk-body">{words.email}</p>
          <p className="govuk-body">{words.silent}</p>
          <h2 className="govuk-heading-m">{words.worseHeading}</h2>
          <p className="govuk-body">
            <Sentence words={words.worse} phone={phone} emergency={<PhoneLink number="999" />} />
          </p>
          <p className="govuk-body">
            <Sentence words={partial ? words.partial : words.more} phone={phone} />
          </p>
          <p className="govuk-body">{words.disagree}</p>
          <p className="govuk-body">{words.keep}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={href("report.professional")}>
              {words.again}
            </a>
          </p>
        </div>
      </div>
    </PublicPage>
  );
}
