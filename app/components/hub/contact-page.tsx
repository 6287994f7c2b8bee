import type { ReactNode } from "react";
import { languageFacts } from "#domain/language";
import { contactStatusWords } from "#domain/contact";
import { expectedSaidWords } from "#domain/expected-call";
import { nextEventWords } from "#domain/fact-chips";
import { nearDayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { Me } from "../../http/me.ts";
import { href } from "../../href.ts";
import { StaffPage } from "../frame/staff-page.tsx";
import { InsetText } from "../govuk/inset-text.tsx";
import { WarningText } from "../govuk/warning-text.tsx";
import { safeContactLines } from "../pathways/safe-contact-words.ts";
import { ClockWords } from "./clock-words.tsx";
import type { ContactSection } from "./contact-sections.ts";
import { HoldLine } from "./hold-line.tsx";
import { IdentityBar } from "./identity-bar.tsx";
import { RatingTag } from "./rating-tag.tsx";
import { SubNavigation } from "./sub-navigation.tsx";

type ContactPageProps = {
  me: Me;
  head: ContactHead;
  /** The page of the contact's own navigation; null for a page that stands beside it. */
  current: ContactSection | null;
  children: ReactNode;
};

/** The frame of every page about one contact. Scan order is fixed: who, danger, time, who works on it. */
export function ContactPage({ me, head, current, children }: ContactPageProps) {
  return (
    <StaffPage me={me} section="hub.triage">
      <section className="app-contact-head" aria-label="This contact at a glance">
        <IdentityBar head={head} />
        {head.restricted && (
          <p className="app-restricted">
            <strong>Restricted.</strong> {restrictedWords(head)}
          </p>
        )}
        <Danger head={head} />
        <div className="app-contact-head__line">
          <p className="app-contact-head__rating">
            <RatingTag rating={head.rating} call />{" "}
            {head.can.rate && head.status !== "decided" && (
              <a className="govuk-link" href={href("hub.contact.rate", { reference: head.reference })}>
                {head.rating === null ? "Rate it" : "Change the rating"}
              </a>
            )}
          </p>
          {head.rate !== null && <ClockWords label="Rate by" face={head.rate} />}
          {head.gather !== null && <ClockWords label="Gather what is needed by" face={head.gather} />}
          {head.decide !== null && <ClockWords label="Decide by" face={head.decide} />}
          <p className="app-contact-head__status">{contactStatusWords[head.status]}</p>
        </div>
        {head.keepSenderSecret && (
          <p className="app-safe-line">
            <strong>Do not tell the family who sent this:</strong> they asked us not to.
          </p>
        )}
        {head.callBack !== null && (
          <p className="app-safe-line">
            <strong>The family was told:</strong> somebody is in touch {head.callBack}.
          </p>
        )}
        <SafeContactLine head={head} />
        <HoldLine head={head} />
      </section>
      <SubNavigation head={head} current={current} />
      {children}
    </StaffPage>
  );
}

function restrictedWords({ can, named }: ContactHead): string {
  if (can.restrict)
    return "Few know of this contact: managers, the records officer and whom they named. Do not speak of it where others hear.";
  return named
    ? "You were named as one of few who may know of this contact. Do not speak of it where others hear."
    : "You opened this in an emergency, for an hour. Whoever answers for it has been told.";
}

const dangerWords = {
  yes: "The sender said that a child is in danger now.",
  not_sure: "The sender was not sure whether a child is in danger now.",
};

function Danger({
  head: { danger, called999, channel, nextEvent, nextEventAt, partial, language, asAt },
}: {
  head: ContactHead;
}) {
  return (
    <>
      {danger !== "no" && (
        <WarningText>
          {channel === "police" && danger === "not_sure"
            ? "An officer graded this high: that a child is in danger now cannot be ruled out."
            : `${dangerWords[danger]} ${expectedSaidWords[called999 ?? "unknown"]}`}
        </WarningText>
      )}
      {nextEvent !== null && (
        <p className="app-next-event">
          <strong>Next: {nextEventWords[nextEvent.kind].toLowerCase()}</strong>
          {nextEventAt !== null
            ? `, ${nearDayAndTime(nextEventAt, asAt)}`
            : nextEvent.time && `, ${nextEvent.time}`}
          {nextEvent.detail !== null && `. ${nextEvent.detail}`}
        </p>
      )}
      {language !== "en" && (
        <InsetText>
          {`Filled in in ${languageFacts[language].english}: ask whether an interpreter is needed, and read what they wrote with somebody who knows the language. The questions stand here in English.`}
        </InsetText>
      )}
      {partial && <InsetText>Sent early: the sender may add the rest. Do not wait for it.</InsetText>}
    </>
  );
}

/** In one line, because every page shows it: what is unsafe in bold. */
function SafeContactLine({ head }: { head: ContactHead }) {
  const lines = safeContactLines(head.safeContact);
  return (
    <p className="app-safe-line">
      Before you call or visit:{" "}
      {lines.map(({ text, warns }, index) => (
        <span key={text}>
          {index > 0 && " · "}
          {warns ? <strong>{text}</strong> : text}
        </span>
      ))}
    </p>
  );
}
