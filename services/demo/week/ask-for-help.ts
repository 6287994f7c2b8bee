import { listAnswerId } from "#domain/journeys";
import { answerTo, itemsOf, type Answers } from "#domain/questions/answers";
import { yourChildren } from "#domain/questions/your-children";
import { submitContact } from "../../contacts/submit-contact.ts";
import type { Context } from "../../context.ts";
import { prepareSubmission } from "../../drafts/prepare-submission.ts";
import { saveAnswer } from "../../drafts/save-answer.ts";
import { startDraft } from "../../drafts/start-draft.ts";

const minutesAgo = 50;

/** A mother who is not safe at home, and how she can be reached. */
const answers: Answers = {
  danger: { danger: "no" },
  "help-with": {
    about: ["money", "arguments"],
    account: "We are behind with the rent and it is hard at home",
  },
  scared: { scared: "talk" },
  "about-you": { name: "Ivana Kostova", link: "mother", responsibility: "yes" },
  [yourChildren.id]: [
    { item: 1, answer: { firstName: "Mila", lastName: "Kostova", age: "about", about: "7", school: "" } },
  ],
  [listAnswerId(yourChildren.id)]: { another: "no" },
  home: { gives: "address", lives: "Flat 4, Mill Court", postcode: "AB2 4QP", together: "yes" },
  "reach-family": {
    ...{ ways: ["call"], phone: "07700 900123", seen: "yes", times: "Weekdays from 10am to 2pm" },
    ...{ sayWho: "no", message: "no", word: "Sunflower" },
  },
  "who-helps": { school: "yes", gp: "no", names: "Mrs Shah at the school" },
  "access-needs": { language: "Bulgarian" },
};

/** A family asks for help by itself, while the hub looks at the page. */
export async function askForHelp(context: Context): Promise<void> {
  const then = new Date(context.now().getTime() - minutesAgo * 60_000);
  const earlier = { ...context, now: () => then };
  const form = await startDraft(earlier, { journey: "family", language: "en" });
  for (const questionId of Object.keys(answers)) {
    const entries = itemsOf(answers, questionId);
    for (const { item, answer } of entries) await saveAnswer(earlier, { ...form, questionId, item, answer });
    const answer = answerTo(answers, questionId);
    if (answer !== null) await saveAnswer(earlier, { ...form, questionId, answer });
  }
  const { submissionKey } = await prepareSubmission(earlier, form);
  await submitContact(earlier, { ...form, submissionKey, early: false });
}
