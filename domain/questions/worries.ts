import { z } from "zod";
import { answerTo, ticksOf, type Answers } from "./answers.ts";
import { anyOf, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { professionalMore as plProfessionalMore } from "./pl/professional-more.ts";

/** What somebody can be worried about, in the order in which the page shows it. */
export const worryNames = [
  "hurt",
  "injury",
  "sexual_harm",
  "not_looked_after",
  "put_down",
  "home_violence",
  "adult_substances",
  "adult_mental_health",
  "child_mental_health",
  "missing",
  "groomed",
  "harm_to_children",
  "unborn",
  "health_needs",
  "fabricated_illness",
  "forced_marriage",
  "fgm",
  "honour",
  "extremism",
  "slavery",
  "private_fostering",
  "money_housing",
  "family_breakdown",
  "position_of_trust",
  "something_else",
] as const;
export type Worry = (typeof worryNames)[number];

/** Worries where telling the family can put the child in danger: they are told nothing before we have spoken. */
const tellNobodyYet: readonly Worry[] = [
  "sexual_harm",
  "fgm",
  "forced_marriage",
  "honour",
  "fabricated_illness",
];

/** The worries ticked so far, in the order of the list. */
export const worriesIn = (answers: Answers): readonly Worry[] => {
  const ticked = ticksOf(answerTo(answers, "worries"), "worries");
  return worryNames.filter((worry) => ticked.includes(worry));
};

export const familyMustNotBeTold = (answers: Answers): boolean =>
  worriesIn(answers).some((worry) => tellNobodyYet.includes(worry));

export const worries = defineQuestion({
  id: "worries",
  wordingVersion: 2,
  room: "contact",
  fields: [
    { kind: "checkboxes", name: "worries", options: worryNames },
    { kind: "text", name: "other", max: 500 },
  ],
  schema: () =>
    z
      .object({ worries: anyOf(worryNames), other: optionalText(500) })
      .superRefine(({ worries: ticked, other }, problems) => {
        if (ticked.length === 0 && other == null)
          problems.addIssue({ code: "custom", path: ["worries"], message: "choose" });
      }, together)
      // Words without their tick count as ticked: what somebody wrote is never dropped.
      .transform(({ worries: ticked, other }) => ({
        other,
        worries:
          other === null || ticked.includes("something_else")
            ? ticked
            : [...ticked, "something_else" as const],
      })),
  texts: {
    professional: {
      en: {
        section: "What is happening",
        title: "What are you worried about?",
        intro: ["You do not need proof."],
        fields: {
          worries: {
            label: "Tick all that may be true",
            options: {
              hurt: "Hurt by somebody",
              injury: "An injury, a bruise or a mark",
              sexual_harm: "Sexual harm or pictures",
              not_looked_after: "Not looked after: food, clothes, home, left alone",
              put_down: "Shouted at, put down or scared",
              home_violence: "Violence or control at home",
              adult_substances: "Drink or drugs of an adult",
              adult_mental_health: "Mental health of an adult",
              child_mental_health: "Mental health of the child, or self-harm",
              missing: "Missing from home or school",
              groomed: "Used or groomed by others: crime, county lines, online",
              harm_to_children: "Harm to other children",
              unborn: "Risk to an unborn baby",
              health_needs: "Disability or health needs not met",
              fabricated_illness: "Illness made up or caused by somebody who looks after the child",
              forced_marriage: "Forced marriage",
              fgm: "Female genital mutilation (FGM), done or planned",
              honour: "So-called honour abuse",
              extremism: "Extremism",
              slavery: "Slavery or trafficking",
              private_fostering: "Private fostering, or unclear who looks after the child",
              money_housing: "Money or housing crisis",
              family_breakdown: "Bereavement or family breakdown",
              position_of_trust: "Somebody who works or volunteers with children",
              something_else: "Something else",
            },
          },
          other: { label: "If it is something else, what is it?" },
        },
        errors: { choose: "Tick at least one worry. “Something else” is enough" },
      },
      pl: plProfessionalMore.worries,
    },
  },
});
