import { Fragment } from "react";
import { coreRoles, invitedRoleWords, presentHowWords, type InvitedRole } from "#domain/strategy-invitation";
import { findingWords, section47OutcomeWords } from "#domain/strategy";
import { dayAndTime, longDate } from "#domain/time-words";
import type { DiscussionView } from "#services/strategy/read-discussion";
import type { DiscussionAgain } from "../../http/change-discussion.ts";
import { SummaryList } from "../govuk/summary-list.tsx";
import { Tag } from "../govuk/tag.tsx";
import { endFields, outcomeFields, recordedFields } from "./discussion-forms.ts";
import { DiscussionForm } from "./discussion-form.tsx";

type Part = { view: DiscussionView };
type Work = Part & { again: DiscussionAgain | undefined };

const written = (text: string) => <span className="app-written">{text}</span>;

/** Who is asked, who said what, and who was there. The three without whom nothing can be found are marked. */
export function Attendance({ view }: Part) {
  return (
    <ul className="govuk-list app-attendance">
      {view.attendance.map((one) => (
        <li key={one.id}>
          <strong>{one.name}</strong>, {invitedRoleWords[one.role]}
          {isCore(one.role) && " (core)"}
          <span className="app-attendance__answer">{attendanceWords(one, view)}</span>
          {one.coming.because !== "" && (
            <span className="app-attendance__answer app-written">{one.coming.because}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function attendanceWords(one: DiscussionView["attendance"][number], { heldAt }: DiscussionView): string {
  if (heldAt !== null)
    return one.present === true
      ? `Took part: ${one.attendee ?? "somebody"}${one.presentHow === null ? "" : `, ${presentHowWords[one.presentHow]}`}`
      : "Took no part";
  const said = `said ${one.answeredBy ?? "somebody"}`;
  if (one.answer === "not_coming") return `Nobody can come, ${said}`;
  if (one.answer !== null) return `${comingWords(one)}, ${said}`;
  if (one.role === "social_care") return "Whoever chairs is one of its own";
  const reminded = one.chased === 0 ? "" : `, reminded ${one.chased === 1 ? "once" : `${one.chased} times`}`;
  return `Invited ${dayAndTime(one.invitedAt)}, no answer yet${reminded}`;
}

function comingWords({ answer, coming }: DiscussionView["attendance"][number]): string {
  const who = coming.name === "" ? "somebody" : coming.name;
  const how = coming.how === null ? "" : `, ${presentHowWords[coming.how]}`;
  return `${answer === "somebody_else" ? "Somebody else comes" : "Coming"}: ${who}${how}`;
}

const isCore = (role: InvitedRole) => (coreRoles as readonly InvitedRole[]).includes(role);

const urgencyWords = { now: "Now", today: "Today", within_24_hours: "Within 24 hours" };

/** Why it was called for each child, and what it found. */
export function Children({ view, again }: Work) {
  return view.children.map((child) => (
    <Fragment key={child.pathwayId}>
      <SummaryList
        card={{ title: `${child.name}, ${child.age}`, headingLevel: 3 }}
        rows={[
          ...(child.dateOfBirth === null
            ? []
            : [{ key: "Date of birth", value: longDate(child.dateOfBirth) }]),
          { key: "Why it was called", value: written(child.reason) },
          { key: "Harm suspected", value: written(child.harmSuspected) },
          { key: "What keeps the child safe", value: written(child.safeNow) },
          { key: "How soon", value: urgencyWords[child.urgency] },
          ...(child.finding === null
            ? []
            : [
                { key: "Found", value: <strong>{findingWords[child.finding]}</strong> },
                ...(child.note?.because ? [{ key: "Because", value: written(child.note.because) }] : []),
                ...childNoteRows(child.note),
              ]),
          ...(child.outcome === null
            ? []
            : [{ key: "How it ended", value: written(outcomeWords(child.outcome)) }]),
        ]}
      />
      {view.can.chair &&
        child.finding !== null &&
        child.finding !== "none" &&
        child.outcome === null &&
        child.state !== "closed" && (
          <DiscussionForm
            name="outcome"
            about={child.pathwayId}
            title={`Record how the enquiry ended for ${child.name}`}
            view={view}
            again={again}
            fields={outcomeFields}
          />
        )}
    </Fragment>
  ));
}

const childNoteRows = (note: DiscussionView["children"][number]["note"]) =>
  (
    [
      ["seen", "Who has seen the child"],
      ["said", "What the child says"],
      ["risk", "Risk and safety now"],
    ] as const
  ).flatMap(([field, key]) => (note?.[field] ? [{ key, value: written(note[field]) }] : []));

function outcomeWords({
  outcome,
  conferenceOn,
  because,
}: NonNullable<DiscussionView["children"][number]["outcome"]>): string {
  const on = conferenceOn === null ? "" : ` on ${longDate(conferenceOn)}`;
  return `${section47OutcomeWords[outcome]}${on}. ${because}`;
}

/** What each organisation said, the oldest first. */
export function Information({ view }: Part) {
  if (view.information.length === 0) return <p className="govuk-body">Nothing yet.</p>;
  return view.information.map((one) => (
    <SummaryList
      key={one.id}
      card={{ title: `${one.organisation}, ${dayAndTime(one.at)}, ${one.by}`, headingLevel: 3 }}
      rows={[
        { key: "Knows", value: written(one.knows) },
        ...(one.mayNotTell === ""
          ? []
          : [{ key: "Parents may not be told", value: <strong>{written(one.mayNotTell)}</strong> }]),
        ...(one.staffRisks === "" ? [] : [{ key: "For whoever visits", value: written(one.staffRisks) }]),
      ]}
    />
  ));
}

type ActionsProps = Work & { mayEnd: (organisationId: string) => boolean };

/** What is to be done, for whom and by when; whose it is, or who chairs, says when it is done or why it cannot be. */
export function Actions({ view, again, mayEnd }: ActionsProps) {
  if (view.actions.length === 0) return <p className="govuk-body">No actions yet.</p>;
  const nameOf = (pathwayId: string | null) =>
    view.children.find((child) => child.pathwayId === pathwayId)?.name ?? null;
  return (
    <ul className="govuk-list app-actions">
      {view.actions.map((one) => {
        const child = nameOf(one.pathwayId);
        const what = child === null ? one.what : `See ${child}: ${one.what}`;
        return (
          <li key={one.id}>
            <p className="govuk-body govuk-!-margin-bottom-1">
              <strong className="app-written">{what}</strong>
            </p>
            <p className="govuk-body-s govuk-!-margin-bottom-1">
              {one.who}, {one.organisation}, by{" "}
              <time dateTime={one.dueAt.toISOString()}>{dayAndTime(one.dueAt)}</time>{" "}
              {one.doneAt !== null && (
                <Tag colour="grey">
                  {one.endedHow === "cannot" ? "Cannot be done" : "Done"} {dayAndTime(one.doneAt)}
                </Tag>
              )}
            </p>
            {one.ending && <p className="govuk-body-s app-written">{one.ending}</p>}
            {one.doneAt === null && mayEnd(one.organisationId) && (
              <DiscussionForm
                name="end"
                about={one.id}
                title={`Done, or cannot be done: ${what}`}
                view={view}
                again={again}
                fields={endFields}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

const seeing = ["seer", "seeFor", "seeWhere", "seeOn", "seeAt"];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const ofChild = new Set(["finding", "because", "risk", "said", "seen"].concat(seeing));

/** What was written each time that it met, in the words of the form. */
export function Meetings({ view }: Part) {
  return view.meetings.map((meeting) => (
    <SummaryList
      key={meeting.id}
      card={{ title: `Recorded ${dayAndTime(meeting.at)}, ${meeting.by}`, headingLevel: 3 }}
      rows={recordedFields
        .filter(({ name }) => !ofChild.has(name))
        .flatMap(({ name, label, kind }) => {
          const value = meeting.content[name] ?? "";
          if (value === "") return [];
          return [
            {
              key: label.replace(" (optional)", ""),
              value: written(kind === "date" ? longDate(value) : kind === "radios" ? capital(value) : value),
            },
          ];
        })}
    />
  ));
}
