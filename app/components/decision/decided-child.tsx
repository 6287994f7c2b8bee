import { recordInWords } from "#domain/decision-form";
import { outcomeFacts, outcomeLabel, outcomes } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import { dayAndTime } from "#domain/time-words";
import type { DecidedChild as Child, DecidedPage } from "#services/decisions/read-decided-page";
import { KnownThenDetails } from "./known-then.tsx";
import type { DecidedAgain } from "../../http/decided-post.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

type DecidedChildProps = {
  child: Child;
  again: DecidedAgain | null;
  mayCorrect: boolean;
  organisations: DecidedPage["organisations"];
  words: Pick<Settings, "levels" | "familyCafLabel">;
};

const written = (text: string) => <span className="app-written">{text}</span>;

/** What was decided for one child, in full, who signed it, and what may be done about it. */
export function DecidedChild({ child, again, mayCorrect, organisations, words }: DecidedChildProps) {
  const { decision } = child;
  return (
    <section>
      <h2 className="govuk-heading-m">
        {child.name}, {child.age}
      </h2>
      <SummaryList
        rows={[
          {
            key: decision.supersedes ? "Decided anew" : "Decided",
            value: outcomeLabel(decision.outcome, words),
          },
          { key: "By", value: `${decision.by.name}, ${dayAndTime(decision.at)}` },
          ...countersigned(child),
          {
            key: "Level of need",
            value: words.levels.find(({ level }) => level === decision.level)?.name ?? decision.level,
          },
          ...(decision.ownReason === ""
            ? []
            : [{ key: "In their own words", value: written(decision.ownReason) }]),
          ...(decision.pattern === ""
            ? []
            : [{ key: "The pattern of contacts", value: written(decision.pattern) }]),
          ...recordInWords(decision.outcome, decision.record, organisations).map(
            ({ label, words: said }) => ({
              key: label,
              value: written(said),
            }),
          ),
        ]}
      />
      <KnownThenDetails child={child} />
      {child.mayCountersign && <Countersign child={child} again={again} />}
      {mayCorrect && <ChooseCorrection child={child} again={again} words={words} />}
    </section>
  );
}

function countersigned({ decision: { countersignBy, countersigned: signed } }: Child) {
  if (signed !== null) return [{ key: "Countersigned", value: `${signed.by}, ${dayAndTime(signed.at)}` }];
  if (countersignBy === null) return [];
  return [{ key: "Countersigned", value: `Not yet. Due by ${dayAndTime(countersignBy)}` }];
}

function Countersign({ child, again }: Pick<DecidedChildProps, "child" | "again">) {
  const mine = again?.writing.childId === child.id && again.writing.outcome === null ? again : null;
  const note = mine?.typed["note"];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="do" value="countersign" />
      <input type="hidden" name="child" value={child.id} />
      <input type="hidden" name="decision" value={child.decision.id} />
      <Input
        id="note"
        name="note"
        label={`What did you check before you sign for ${child.name}?`}
        labelClasses="govuk-label--s"
        hint="One sentence. It changes nothing that was decided: if you disagree, decide anew"
        value={typeof note === "string" ? note : ""}
        error={mine?.problems?.fields["note"]}
      />
      <Button preventDoubleClick>Countersign</Button>
    </form>
  );
}

function ChooseCorrection({ child, again, words }: Omit<DecidedChildProps, "mayCorrect" | "organisations">) {
  const id = `${child.id}-outcome`;
  const error = again?.problems?.fields[id];
  return (
    <Details summary={`Put the decision for ${child.name} right`} open={error !== undefined}>
      <form method="post" noValidate>
        <input type="hidden" name="do" value="choose" />
        <input type="hidden" name="child" value={child.id} />
        <Radios
          name="outcome"
          idPrefix={id}
          error={error}
          legend={{ text: `What is right for ${child.name}?`, classes: "govuk-fieldset__legend--s" }}
          items={outcomes.map((outcome) => ({
            value: outcome,
            text: outcomeLabel(outcome, words),
            hint: outcomeFacts[outcome].meaning,
          }))}
        />
        <Button classes="govuk-button--secondary">Write the new decision</Button>
      </form>
    </Details>
  );
}
