import { assessmentOutcomeWords } from "#domain/assessment";
import { caseloadWords } from "#domain/caseload";
import { formatReference } from "#domain/reference";
import { dayAndTime, longDate } from "#domain/time-words";
import { returnableFor, returnReasons } from "#domain/pathway-records";
import type { WorkView } from "#services/pathways/read-pathway";
import type { FormAgain } from "../../http/change-work.ts";
import { href } from "../../href.ts";
import { InsetText } from "../govuk/inset-text.tsx";
import { NotificationBanner } from "../govuk/notification-banner.tsx";
import { ClockWords } from "../hub/clock-words.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { Caseloads } from "./caseloads.tsx";
import { Changes } from "./changes.tsx";
import { DecisionWords } from "./decision-words.tsx";
import { EntryList } from "./entry-list.tsx";
import { SafeContact } from "./safe-contact.tsx";
import { WorkForm } from "./work-form.tsx";
import { formsFor } from "./forms-for.ts";
import { workForms, type WorkFormName } from "./work-forms.ts";
import { kindWords, type WorkWords } from "./work-words.ts";

type WorkPageProps = {
  view: WorkView;
  words: WorkWords;
  again: FormAgain | undefined;
  /** The form that was just taken. */
  done: WorkFormName | null;
  /** The page of a brother's or sister's work. */
  to: (id: string) => string;
};

const states = {
  waiting: "Waiting for somebody to accept it",
  accepted: "Accepted",
  active: "Being worked on",
  returned: "Back with the hub",
  closed: "Closed",
} as const;

/** One piece of work: how it is safe to reach the family, what was decided and why, what to do, what was done. */
export function WorkPage({ view, words, again, done, to }: WorkPageProps) {
  const { work, decision } = view;
  const forms = formsFor(view);
  return (
    <>
      {done !== null && <NotificationBanner type="success">{workForms[done].done}</NotificationBanner>}
      <Changes again={again} />
      <span className="govuk-caption-l">{kindWords(work.kind, words.familyCafLabel)}</span>
      <h1 className="govuk-heading-l">
        {work.child.name}, {work.child.age}
      </h1>
      <div className="app-work-head">
        <RatingTag rating={work.rating} />
        <span>{states[work.state]}</span>
        <span>
          {work.owner === null ? "Owned by the hub" : `Owned by ${work.owner.mine ? "you" : work.owner.name}`}
        </span>
        <span>{work.team ?? "No team"}</span>
        <a className="govuk-link" href={href("hub.contact", { reference: work.reference })}>
          Contact {formatReference(work.reference)}
        </a>
      </div>
      {work.addedAt !== null && (
        <InsetText>
          Somebody added something {dayAndTime(work.addedAt)}, after this was decided. The hub looks at it.
          Ask them what it is, if it may change what you do.
        </InsetText>
      )}
      {work.steppedUpAt !== null && work.state !== "closed" && (
        <InsetText>
          This was stepped up to screening {dayAndTime(work.steppedUpAt)}. It stays yours until somebody
          decides again.
        </InsetText>
      )}
      <SafeContact safeContact={work.safeContact} calling={view.calling.safe} />
      <div className="app-work-clocks">
        {view.clocks.map((clock) => (
          <ClockWords key={clock.kind} label={clock.label} face={clock.face} />
        ))}
      </div>
      <Facts view={view} />
      <Caseloads loads={view.caseloads} aspiration={words.caseloadAspiration} />
      <h2 className="govuk-heading-m">What to do</h2>
      {forms.length === 0 && <p className="govuk-body">{nothingToDo(view)}</p>}
      {forms.map((name) => (
        <WorkForm
          key={name}
          name={name}
          work={work}
          formKey={view.formKey}
          again={again}
          known={name in view.known ? view.known[name as keyof typeof view.known] : undefined}
          open={name === "accept"}
          options={{
            teamId: view.teams.map(named),
            workerId: view.caseloads.flatMap(({ workerId, name, ...load }) =>
              workerId === null
                ? []
                : [
                    {
                      value: workerId,
                      label: `${name}: ${caseloadWords(load, words.caseloadAspiration)}`,
                    },
                  ],
            ),
            leadOrganisationId: view.organisations.map(named),
            reason: (returnableFor[work.kind] ?? []).map((value) => ({ value, label: returnReasons[value] })),
          }}
        />
      ))}
      <DecisionWords decision={decision} words={words} />
      <Siblings view={view} to={to} />
      <EntryList entries={view.entries} organisations={view.organisations} />
    </>
  );
}

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

function nothingToDo({ work, can }: WorkView): string {
  if (work.state === "closed") return "This work is over. News is a new contact, or a new decision.";
  if (work.state === "returned") return "A manager of the hub sends it to a team, or decides again.";
  return can.work
    ? "Nothing can be written on this."
    : "The team that has it works on it. You can read it here.";
}

function Facts({ view }: { view: WorkView }) {
  const { childSeenAt, familyContactedAt, work } = view;
  const { attempts } = view.calling;
  return (
    <>
      {childSeenAt !== null && <p className="govuk-body">The child was seen {dayAndTime(childSeenAt)}.</p>}
      {familyContactedAt !== null && (
        <p className="govuk-body">The family was spoken to {dayAndTime(familyContactedAt)}.</p>
      )}
      {work.worker !== null && (
        <p className="govuk-body">
          {work.worker.mine ? "You have" : `${work.worker.name} has`} the child since{" "}
          {dayAndTime(work.worker.since)}.
        </p>
      )}
      {work.assessed !== null && (
        <p className="govuk-body">
          Assessed {dayAndTime(work.assessed.at)}: {assessmentOutcomeWords[work.assessed.outcome]}
          {work.assessed.from === "system" && ", as the case-management system said"}.
        </p>
      )}
      {work.kind === "social_work_referral" && (
        <p className="govuk-body">
          Number of this referral for the case-management system: <code>{work.id}</code>
        </p>
      )}
      {work.complex.length > 0 && <p className="govuk-body">Complex: {work.complex.join(", ")}.</p>}
      {work.stage !== "closed" && attempts.tried > 0 && (
        <p className="govuk-body">
          Calls without an answer: {attempts.tried}.{" "}
          {attempts.stillTo !== null &&
            `After ${attempts.stillTo} without an answer this goes back to a manager, who looks at the risk again.`}
        </p>
      )}
      {work.askBy !== null && work.agreed !== "yes" && (
        <p className="govuk-body">The family is to be asked by {longDate(work.askBy)}.</p>
      )}
      {work.startCheckDueAt !== null && (
        <p className="govuk-body">Ask whether the help has begun, from {dayAndTime(work.startCheckDueAt)}.</p>
      )}
    </>
  );
}

function Siblings({ view: { siblings }, to }: Pick<WorkPageProps, "view" | "to">) {
  if (siblings.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Brothers, sisters and other children of this contact</h2>
      <ul className="govuk-list govuk-list--bullet">
        {siblings.map(({ id, child, state }) => (
          <li key={id}>
            <a className="govuk-link" href={to(id)}>
              {child.name}, {child.age}
            </a>{" "}
            ({states[state]})
          </li>
        ))}
      </ul>
    </>
  );
}
