import { mutationsOf, type Mutation } from "../mutation.ts";

const switching = "tests/routes/language-switch.test.ts";
const reviewed =
  "offers a translation while the settings say that somebody reviewed it, and loses nothing after";
const englishForTheHub = "the hub reads English, with the questions beside it as they were asked";
const noOther = "takes no language that is not offered, and none on pages of people who work here";

/** A translation that nobody reviewed, or a form that is lost or sent by asking for another language, can harm a child. */
export const ofLanguages: readonly Mutation[] = [
  ...mutationsOf({ guard: "languages", file: "domain/language.ts", test: switching }, [
    [
      "a translation is offered that nobody reviewed",
      `reviewed[language].offered === "yes"`,
      `reviewed[language].offered !== undefined`,
      reviewed,
    ],
    [
      "the trial language is offered to everybody",
      "language === trialLanguage ? withTrial :",
      "language === trialLanguage ? true :",
      "stands on no page while there is one language",
    ],
  ]),
  ...mutationsOf({ guard: "languages", file: "app/http/language.ts", test: switching }, [
    [
      "a language that is not offered is chosen",
      "const language = offered.find((one) => one === form?.get(languageButton));",
      "const language = (form?.get(languageButton) ?? undefined) as Language | undefined;",
      noOther,
    ],
    [
      "what was typed does not go along",
      "const typed = shownAgain(typedIn(form, { fields: [], many: names }));",
      "const typed = shownAgain(typedIn(form, { fields: [], many: [] }));",
      "keeps what was typed, and neither saves nor sends it",
    ],
    [
      "pages of people who work here are in other languages",
      `insideParts.has(firstPart(pathname)) ? ["en"] :`,
      `insideParts.has(pathname) ? ["en"] :`,
      noOther,
    ],
  ]),
  ...mutationsOf({ guard: "languages", file: "app/http/leave.ts", test: switching }, [
    [
      "the language tells who was here",
      `headers.append("Set-Cookie", noLanguageCookie(context));`,
      "",
      "is forgotten when somebody leaves fast",
    ],
  ]),
  ...mutationsOf({ guard: "languages", file: "domain/questions/snapshot.ts", test: switching }, [
    [
      "the hub cannot read what was asked",
      `const english = pagesByRoom(journey, answers, { ...reading, language: "en" });`,
      "const english = pagesByRoom(journey, answers, reading);",
      englishForTheHub,
    ],
    [
      "an address that must stay secret stands in two places",
      "if (isOfPlaces(page.questionId)) return { ...page, asked };",
      "",
      englishForTheHub,
    ],
  ]),
  ...mutationsOf(
    { guard: "languages", file: "app/http/sent-form.ts", test: "tests/routes/languages.test.ts" },
    [
      [
        "another language loses what was typed of something that was sent",
        "const nameIn = (part: string, field: string) => `${field}-${part}`;",
        "const nameIn = (_: string, field: string) => field;",
        "the code, what they have, finishing later and what they sent",
      ],
    ],
  ),
];
