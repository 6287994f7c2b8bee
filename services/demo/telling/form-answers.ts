import type { Answer, Answers, Item } from "#domain/questions/answers";
import type { Submission } from "#domain/questions/submission";
import { workplaces } from "#domain/questions/you";
import { localDate } from "#domain/time-words";
import { adultAnswer, childAnswer, filled, siblingAnswer } from "./form-people.ts";

/**
 * What somebody types into the professional form to say this: the other way round from `toSubmission`. Empty boxes are
 * left out, as a browser that sends them empty means the same.
 * @param at when the form was filled in
 */
export function formAnswers(told: Submission, at: Date): Answers {
  const { address, nextEvent, parents, referrer, safeContact } = told;
  const subjects = told.children.filter(({ standing }) => standing === "subject");
  const siblings = told.children.filter(({ standing }) => standing === "household");
  const [line1, ...rest] = address?.lines ?? [];
  const family = [...told.adults.map(adultAnswer), ...siblings.map(siblingAnswer)];
  const tellNobody = told.worries.includes("sexual_harm");
  return {
    danger: filled({
      danger: told.danger,
      called999: told.danger === "no" ? null : (told.called999 ?? "not_needed"),
    }),
    soon: filled(
      nextEvent === null
        ? { soon: "no", askedOn: localDate(at) }
        : {
            soon: "yes",
            event: nextEvent.kind,
            time: nextEvent.time,
            day: dayOf(nextEvent.at, at),
            detail: nextEvent.detail,
            askedOn: localDate(at),
          },
    ),
    you: filled({
      name: referrer.name,
      job: referrer.job ?? "Not given",
      organisation: referrer.organisation ?? "Not given",
      workplace: Object.entries(workplaces).find(([, code]) => code === referrer.sourceCode)?.[0] ?? "other",
      email: referrer.email,
      noEmail: referrer.email === null ? ["none"] : null,
      phone: referrer.phone,
      noPhone: referrer.phone === null ? ["none"] : null,
      reachable: referrer.reachable,
    }),
    children: items(subjects.map(childAnswer)),
    "children-list": { another: "no" },
    where: filled({
      lives: "address",
      line1: line1 ?? "Anytown",
      line2: rest.length > 1 ? rest.slice(0, -1).join(", ") : null,
      town: rest.at(-1) ?? null,
      postcode: address?.postcode ?? null,
      now: told.childNow === "At school" || told.childNow === "At nursery" ? "school" : "not_known",
    }),
    worries: filled({ worries: told.worries, other: told.otherWorry }),
    "what-happened": { account: told.whatHappened },
    effect: filled({ effect: told.effect, goingWell: told.goingWell, tried: told.alreadyTried }),
    family: items(family),
    "family-list": { another: family.length > 0 ? "no" : "not_known" },
    parents: filled({
      told: parents?.told ?? "not_known",
      said: parents?.said ?? null,
      agree: parents?.agreeToSupport ?? null,
      reasons: parents && parents.untoldReasons.length > 0 ? parents.untoldReasons : null,
      asked: tellNobody ? "tell-nobody" : "plain",
    }),
    safety: filled({ risks: safeContact && safeContact.risks.length > 0 ? safeContact.risks : ["none"] }),
    extras: {},
  };
}

const items = (answers: readonly Answer[]): Item[] => answers.map((answer, i) => ({ item: i + 1, answer }));

const dayOf = (moment: string | null, at: Date): string =>
  moment !== null && localDate(new Date(moment)) > localDate(at) ? "tomorrow" : "today";
