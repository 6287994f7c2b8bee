import type { Answer } from "#domain/questions/answers";
import type { Birth, SubmittedAdult, SubmittedChild } from "#domain/questions/submission";

/** A form without the boxes that were left empty. */
export function filled(boxes: Readonly<Record<string, string | readonly string[] | null>>): Answer {
  return Object.fromEntries(
    Object.entries(boxes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
}

function dateBoxes(name: string, isoDate: string): Record<string, string> {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  return {
    [`${name}-day`]: String(Number(day)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
}

function childAge(birth: Birth): Record<string, string> {
  switch (birth.kind) {
    case "born":
      return { age: "date", ...dateBoxes("born", birth.date) };
    case "about":
      return { age: "about", about: birth.words };
    case "unborn":
      return { age: "unborn", ...(birth.dueDate === null ? {} : dateBoxes("due", birth.dueDate)) };
    case "not_known":
      return { age: "not_known" };
  }
}

export function childAnswer(child: SubmittedChild): Answer {
  const { firstName, lastName, knownAs, description, school, nhsNumber, upn, sex, birth } = child;
  return filled({
    firstName,
    lastName,
    knownAs,
    description,
    ...childAge(birth),
    sex,
    school,
    nhsNumber,
    upn,
  });
}

/** A child of the home whom the sender is not worried about stands among the family. */
export function siblingAnswer(child: SubmittedChild): Answer {
  const name = [child.firstName, child.lastName].filter((part) => part !== null).join(" ");
  const age = child.birth.kind === "unborn" ? { age: "child" } : childAge(child.birth);
  return filled({
    name: name === "" ? (child.description ?? "Another child") : name,
    relationship: child.relationship,
    ...(age["age"] === "not_known" ? { age: "child" } : age),
    lives: child.livesWithChild ?? "yes",
    responsibility: "no",
  });
}

export function adultAnswer(adult: SubmittedAdult): Answer {
  const age = adult.birth.kind === "born" ? childAge(adult.birth) : { age: "adult" };
  return filled({
    name: adult.name,
    relationship: adult.relationship,
    ...age,
    lives: adult.livesWithChild,
    responsibility: adult.parentalResponsibility,
    risk: adult.mayBeRisk ? ["yes"] : null,
  });
}
