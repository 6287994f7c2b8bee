import { z } from "zod";
import { wantsExtra } from "./extras.ts";
import { defineQuestion } from "./question.ts";
import { optionalText, typedText } from "./typed-text.ts";
import { professionalMore as plProfessionalMore } from "./pl/professional-more.ts";

/** Others who help the family, such as a health visitor or a youth worker. */
export const helpers = defineQuestion({
  id: "helpers",
  wordingVersion: 2,
  room: "contact",
  repeats: { least: 0, asks: ["yes", "no"] },
  appliesTo: (answers) => wantsExtra(answers, "helpers"),
  fields: [
    { kind: "text", name: "name", max: 200 },
    { kind: "text", name: "agency", max: 200 },
    { kind: "text", name: "contact", max: 200 },
  ],
  schema: () =>
    z.object({ name: typedText(200, "name"), agency: optionalText(200), contact: optionalText(200) }),
  texts: {
    professional: {
      en: {
        section: "Anything else",
        title: "Somebody who helps this family",
        list: {
          title: "Who else helps this family?",
          intro: ["Such as a school, GP, health visitor, midwife, youth worker or social worker."],
          entry: "Helper {n}",
          another: "Does anybody else help this family?",
          options: { yes: "Yes", no: "No" },
          choose: "Choose whether anybody else helps this family",
          add: "Add somebody",
          change: "Change",
          remove: "Remove",
        },
        fields: {
          name: { label: "Name or job", hint: "Such as “health visitor” if you do not know the name" },
          agency: { label: "Organisation" },
          contact: { label: "Phone or email" },
        },
        errors: { name: "Write a name or a job" },
      },
      pl: plProfessionalMore.helpers,
    },
  },
});
