import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { goTo, openForm, titled } from "#app/http/draft";
import { wordsIn } from "#domain/language";
import { firstToDo } from "#domain/journeys";
import { formatReference } from "#domain/reference";
import { saysCannotAnswer } from "#domain/questions/can-answer";
import { momentWords } from "#domain/wording/moments";
import { atHomeWords, isAtHome } from "#domain/wording/at-home";
import { calendarOf, isOpen, nextOpening } from "#domain/working-calendar";
import { reportWords } from "#domain/wording/report";
import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import type { Context } from "#services/context";
import { givePassphrase } from "#services/passphrases/give-passphrase";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { useSite } from "../../components/frame/use-site.ts";
import { Panel } from "../../components/govuk/panel.tsx";
import { CannotWait } from "../../components/public/cannot-wait.tsx";
import { AtHomeReceipt } from "../../components/public/at-home-receipt.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { href } from "../../href.ts";
import { useWords } from "../../components/use-words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const form = await openForm(args, "report.sent");
  const { context, access, journey, answers, reading, sent } = form;
  if (sent === null) throw goTo(access.draftId, firstToDo(journey, answers, reading.at));
  const { audience, language } = reading;
  const moments = wordsIn(momentWords, language);
  const receipt = {
    reference: formatReference(sent.reference),
    deadline: moments.timeOnDay(sent.decideBy),
    partial: sent.partial,
    ...{ audience, cannotWait: sent.cannotWait },
  };
  if (!isAtHome(audience))
    return { ...titled(form, wordsIn(reportWords, language).sent.title, "done"), ...receipt, atHome: null };
  const calendar = calendarOf(context.settings);
  const now = context.now();
  const words = wordsIn(atHomeWords[audience], language).sent;
  const { today, whenWeOpen } = wordsIn(reportWords, language).sent.reads;
  const reads = isOpen(now, calendar)
    ? today
    : filled(whenWeOpen, { time: moments.timeOnDay(nextOpening(now, calendar)) });
  return {
    ...titled(form, words.title, "done"),
    ...receipt,
    // What was typed is gone from here when they leave fast; what was sent stays with us.
    atHome: {
      ...{ reads, callBack: moments.callBackWindow(sent.decideBy, calendar) },
      words: await passphraseFor(context, access.secret, sent.reference),
      childline: context.settings.helplines.find(({ id }) => id === "childline")?.number,
      cannotAnswer: saysCannotAnswer(answers),
      exit: href("report.exit-form", { draft: access.draftId }),
    },
  };
}

/** Without them the page is whole: they can add by phone. */
async function passphraseFor(context: Context, secret: string | null, reference: string) {
  if (secret === null) return null;
  return givePassphrase(context, { secret, reference }).catch(() => {
    context.log.error("a form was sent and its sender got no words to add with");
    return null;
  });
}

export default function SentPage() {
  const words = useWords(reportWords).sent;
  const { start } = useWords(senderWords);
  const { reference, deadline, partial, audience, cannotWait, atHome } = useLoaderData<typeof loader>();
  const site = useSite();
  const phone = <PhoneLink number={site.open ? site.phones.day : site.phones.night} />;
  const first = <CannotWait audience={audience} told={cannotWait} />;
  if (atHome !== null && isAtHome(audience)) {
    const { exit, ...told } = atHome;
    return (
      <PublicPage exit={exit} above={first}>
        <AtHomeReceipt audience={audience} reference={reference} deadline={deadline} {...told} />
      </PublicPage>
    );
  }
  return (
    <PublicPage above={first}>
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
          <p className="govuk-body">
            <a className="govuk-link" href={href("track.home")}>
              {start.add}
            </a>
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
