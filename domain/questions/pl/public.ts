import type { QuestionTexts } from "../question.ts";

/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const ofPublic = {
  danger: {
    section: "Czy to pilne?",
    title: "Czy dziecko jest teraz w niebezpieczeństwie?",
    intro: [
      "Jeśli dziecko zaginęło, najpierw proszę zadzwonić na policję: 999 albo 101, jeśli zapewne jest bezpieczne.",
      "Jeśli ktoś może odebrać sobie życie, proszę zadzwonić pod 999 albo pod 111 i wybrać opcję 2.",
    ],
    fields: {
      danger: {
        options: { yes: "Tak", no: "Nie", not_sure: "Nie mam pewności" },
        optionHints: { not_sure: "Pokażemy kilka oznak, które warto rozważyć" },
      },
    },
    errors: {
      choose:
        "Proszę wybrać: tak, nie albo brak pewności, abyśmy wiedzieli, czy dziecko potrzebuje pomocy teraz",
    },
  },
  "what-happened": {
    section: "Co Państwo wiedzą",
    title: "Co Państwo widzieli lub słyszeli?",
    intro: ["Kilka słów wystarczy. Dowód nie jest potrzebny."],
    prompts: ["Co to było?", "Jak często się to zdarzało?", "Kiedy ostatni raz?"],
    fields: { account: {} },
    errors: { account: "Proszę napisać, co Państwo widzieli lub słyszeli. Kilka słów wystarczy" },
  },
  "when-seen": {
    section: "Co Państwo wiedzą",
    title: "Kiedy to się stało?",
    intro: ["Można zostawić puste."],
    fields: {
      when: {
        options: {
          today: "Dzisiaj",
          week: "W ostatnim tygodniu",
          longer: "Dawniej",
          keeps: "To się powtarza",
          not_known: "Nie wiem",
        },
      },
      time: { label: "Około której godziny?" },
    },
    errors: {},
  },
  "children-seen": {
    section: "Co Państwo wiedzą",
    title: "O które dziecko lub dzieci chodzi?",
    intro: ["Proszę napisać, co wiadomo. To pomoże nam je znaleźć. Nie trzeba znać imion."],
    fields: {
      count: {
        label: "Ile dzieci?",
        options: { "1": "1", "2": "2", "3": "3", "4": "4", more: "Więcej niż 4", not_known: "Nie wiem" },
      },
      names: { label: "Imiona, jeśli są znane", hint: "Na przykład „Ella, Tom”. Samo imię pomaga." },
      ages: { label: "W jakim mniej więcej wieku?", hint: "Na przykład „5, 7” albo „niemowlę”" },
      looks: { label: "Jak wyglądają?", hint: "Wszystko, co zwróciło uwagę" },
      school: { label: "Szkoła albo przedszkole, jeśli wiadomo" },
      unknown: {
        label: "Jeśli nie można powiedzieć o nich nic więcej",
        options: { yes: "Tylko je słychać albo nic więcej o nich nie wiem" },
      },
      trust: {
        label: "Ktoś, kto pracuje z dziećmi",
        options: {
          yes: "Chodzi o osobę, która pracuje z dziećmi lub której je powierzono, na przykład trenera albo opiekuna",
        },
      },
    },
    errors: {
      clue: "Proszę wpisać jedną rzecz o dziecku, na przykład imię, przybliżony wiek albo wygląd, lub zaznaczyć, że tylko je słychać",
    },
  },
  "where-seen": {
    section: "Co Państwo wiedzą",
    title: "Gdzie możemy je znaleźć?",
    intro: ["Każda część pomaga. Jeśli nie wiadomo, proszę zostawić puste."],
    variants: {
      "only-place": {
        title: "Gdzie Państwo je słyszeli lub widzieli?",
        intro: [
          "Nie wiadomo, kim są, więc znajdziemy je po miejscu. Każda część pomaga: ulica, piętro, sklep obok.",
        ],
      },
    },
    fields: {
      lives: {
        label: "Gdzie mieszkają?",
        hint: "Na przykład „mieszkanie z niebieskimi drzwiami nad barem rybnym, Mill Road”",
      },
      postcode: { label: "Kod pocztowy, jeśli jest znany" },
      seenAt: { label: "Gdzie Państwo je widzieli lub słyszeli, jeśli gdzie indziej?" },
    },
    errors: { clue: "Proszę wpisać jedną rzecz o miejscu, na przykład ulicę, piętro albo to, co jest obok" },
  },
  teller: {
    section: "Państwo",
    title: "Czy chcą Państwo powiedzieć, kim są?",
    intro: [
      "Nie trzeba podawać nazwiska. Jeśli będziemy wiedzieć, kto pisze, możemy zadzwonić, gdy trzeba będzie o coś dopytać.",
      "Nie powiemy rodzinie, kto to zgłosił. Sąd może tego od nas zażądać, ale zdarza się to rzadko. Rodzina może się jednak domyślić.",
    ],
    fields: { name: { options: { yes: "Tak", private: "Tak, ale proszę nie mówić rodzinie", no: "Nie" } } },
    errors: { choose: "Proszę wybrać: tak, tak bez mówienia rodzinie, albo nie" },
  },
  "reach-you": {
    section: "Państwo",
    title: "Jak możemy się bezpiecznie kontaktować?",
    intro: ["Użyjemy tego tylko, gdy trzeba będzie o coś dopytać. Przechowujemy to osobno od zgłoszenia."],
    fields: {
      name: { label: "Imię i nazwisko" },
      relation: {
        label: "Skąd znają Państwo tę rodzinę?",
        hint: "Można zostawić puste",
        options: {
          relative: "Należę do rodziny",
          neighbour: "Przyjaźń, sąsiedztwo albo znajomość z innego powodu",
          stranger: "Nie znam ich",
        },
      },
      phone: { label: "Telefon" },
      email: { label: "E-mail", hint: "Wystarczy numer telefonu albo e-mail" },
      seen: {
        label: "Czy ktoś inny może zobaczyć Państwa telefon lub e-mail?",
        hint: "Jeśli tak, nie wyślemy żadnych wiadomości",
        options: { no: "Nie", yes: "Tak albo nie mam pewności" },
      },
      message: {
        label: "Jeśli nikt nie odbierze, czy możemy zostawić wiadomość?",
        options: { no: "Nie", yes: "Tak" },
      },
      reachable: { label: "Kiedy można bezpiecznie zadzwonić?", hint: "Można zostawić puste" },
    },
    errors: {
      name: "Proszę wpisać imię i nazwisko albo wrócić i wybrać, że nie chcą Państwo mówić, kim są",
      reach: "Proszę wpisać numer telefonu albo e-mail",
      "phone-form": "Proszę wpisać cały numer telefonu, na przykład 01234 567 890",
      "email-form": "Proszę wpisać jeden adres e-mail, na przykład name@example.org",
      seen: "Proszę wybrać, czy ktoś inny może zobaczyć Państwa telefon lub e-mail",
    },
  },
} satisfies Record<string, QuestionTexts>;
