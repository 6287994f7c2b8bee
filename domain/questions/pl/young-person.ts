import type { QuestionTexts } from "../question.ts";

/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const youngPerson = {
  danger: {
    section: "Wszystko w porządku?",
    title: "Czy coś ci teraz grozi?",
    intro: ["Jeśli ktoś cię teraz krzywdzi albo myślisz, że zaraz to zrobi, zadzwoń pod 999."],
    fields: { danger: { options: { yes: "Tak", no: "Nie", not_sure: "Nie wiem na pewno" } } },
    errors: { choose: "Wybierz jedno, żebyśmy wiedzieli, czy potrzebujesz pomocy już teraz" },
  },
  "going-on": {
    section: "Co się dzieje",
    title: "O co chodzi?",
    intro: ["Możesz wybrać więcej niż jedno."],
    fields: {
      about: {
        options: {
          hurt: "Ktoś mnie krzywdzi",
          touched: "Ktoś mnie dotyka albo prosi mnie o zdjęcia",
          scared: "Boję się w domu",
          nobody: "Nikt się mną nie opiekuje",
          hurt_self: "Chcę zrobić sobie krzywdę",
          online: "Ktoś w internecie",
          other_child: "Martwię się o brata, siostrę albo kogoś znajomego",
          else: "Coś innego",
          hard: "Trudno to powiedzieć",
        },
      },
    },
    errors: {
      choose: "Wybierz jedno, żebyśmy wiedzieli, jak pomóc. „Trudno to powiedzieć” też jest w porządku",
    },
  },
  "say-more": {
    section: "Co się dzieje",
    title: "Napisz więcej, jeśli chcesz",
    intro: ["Kilka słów wystarczy. Możesz to pominąć."],
    notices: {
      self: {
        heading: "Jesteś dla nas ważną osobą",
        text: [
          "Jeśli możesz teraz zrobić sobie krzywdę, zadzwoń pod 999. O każdej porze możesz zadzwonić pod 111 i wybrać zdrowie psychiczne. Tam czekają na twój telefon.",
        ],
        urgent: true,
      },
    },
    fields: { account: {} },
    errors: {},
  },
  "again-soon": {
    section: "Co się dzieje",
    title: "Czy to może się wkrótce powtórzyć?",
    intro: ["Możesz to pominąć."],
    fields: {
      soon: {
        options: { today: "Dzisiaj", week: "W tym tygodniu", not_sure: "Nie wiem na pewno", no: "Nie" },
      },
    },
    errors: {},
  },
  "call-you": {
    section: "Ty",
    title: "Jak mamy się do ciebie zwracać?",
    fields: {
      name: { label: "Imię", hint: "Może być zmyślone" },
      age: {
        label: "Ile masz lat?",
        options: {
          under_10: "Mniej niż 10",
          "10_12": "10 do 12",
          "13_15": "13 do 15",
          "16_17": "16 albo 17",
        },
      },
    },
    errors: { name: "Wpisz imię, żebyśmy wiedzieli, jak się zwracać. Może być zmyślone" },
  },
  "find-you": {
    section: "Ty",
    title: "Jak możemy cię znaleźć, jeśli nie jesteś bezpieczny lub bezpieczna?",
    intro: ["Wystarczy jedno z tych pól."],
    fields: {
      school: { label: "Twoja szkoła" },
      lives: { label: "Gdzie mieszkasz" },
      trusted: { label: "Ktoś, komu ufasz", hint: "Kto to jest i jak możemy się z tą osobą skontaktować" },
      notYet: { label: "Jeszcze nie", options: { yes: "Nie chcę jeszcze mówić" } },
    },
    errors: {
      clue: "Wpisz jedno z tych pól, żebyśmy mogli cię znaleźć, albo zaznacz, że nie chcesz jeszcze mówić",
    },
  },
  "talk-to-you": {
    section: "Ty",
    title: "Jak możemy z tobą porozmawiać?",
    intro: ["Wybierz to, co jest dla ciebie bezpieczne."],
    fields: {
      ways: {
        label: "Możesz wybrać więcej niż jedno",
        options: {
          school: "Spotkajcie się ze mną w szkole",
          call: "Zadzwońcie do mnie",
          text: "Napiszcie do mnie SMS-a",
          trusted: "Przez osobę, której ufam",
          i_call: "To ja do was zadzwonię",
        },
      },
      phone: { label: "Twój numer, jeśli możemy dzwonić lub pisać" },
      times: { label: "Kiedy jest bezpiecznie?", hint: "Możesz to pominąć" },
      seen: {
        label: "Czy ktoś inny zagląda do twojego telefonu?",
        options: { no: "Nie", yes: "Tak", not_sure: "Nie wiem na pewno" },
      },
    },
    errors: {
      choose:
        "Wybierz jedno, żebyśmy wiedzieli, jak z tobą rozmawiać. „To ja do was zadzwonię” też jest w porządku",
      phone: "Wpisz swój numer albo wybierz inny sposób rozmowy",
    },
  },
  "you-want": {
    section: "Ty",
    title: "Czego chcesz?",
    intro: ["Możesz to pominąć. Pomyślimy o tym, co napiszesz. Może nie uda się zrobić wszystkiego."],
    fields: { want: {} },
    errors: {},
  },
} satisfies Record<string, QuestionTexts>;
