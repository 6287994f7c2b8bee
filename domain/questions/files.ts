import { z } from "zod";
import { fileWords } from "../wording/files.ts";
import { answerTo, ticksOf, type Answers } from "./answers.ts";
import { wantsExtra } from "./extras.ts";
import { defineQuestion } from "./question.ts";
import { professional as plProfessional } from "./pl/professional.ts";

/** What the answer keeps: each file in words. The files are rows of their own (services/files). */
export const listedFiles = (answers: Answers): readonly string[] =>
  ticksOf(answerTo(answers, "files"), "files");

/**
 * Files beside what was written. It has no fields of its own: they come one a request, on a page of their own
 * (app/routes/report/files.tsx). Once there is one the page stays, whatever is ticked: nobody loses a picture by a tick.
 */
export const files = defineQuestion({
  id: "files",
  wordingVersion: 1,
  room: "contact",
  appliesTo: (answers) => wantsExtra(answers, "files") || listedFiles(answers).length > 0,
  fields: [],
  schema: () => z.object({}),
  readBack: (answer, texts, { notProvided }) => {
    const names = ticksOf(answer, "files");
    return [{ label: texts.title, value: names.length === 0 ? notProvided : names.join("\n") }];
  },
  texts: {
    professional: {
      en: {
        section: "Anything else",
        title: fileWords.en.title,
        intro: fileWords.en.intro,
        fields: {},
        errors: {},
      },
      pl: plProfessional.files,
    },
  },
});
