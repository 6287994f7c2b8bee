import type { QuestionTexts } from "../question.ts";
import { birthErrors } from "./birth-errors.ts";

/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const family = {
  danger: {
    section: "Czy to pilne?",
    title: "Czy ktoś jest teraz w niebezpieczeństwie?",
    intro: [
      "Jeśli dziecko zaginęło, najpierw proszę zadzwonić na policję: 999 albo 101, jeśli zapewne jest bezpieczne.",
    ],
    fields: {
      danger: {
        options: { yes: "Tak", no: "Nie", not_sure: "Nie mam pewności" },
        optionHints: { not_sure: "Pokażemy kilka oznak, które warto rozważyć" },
      },
    },
    errors: {
      choose:
        "Proszę wybrać: tak, nie albo brak pewności, abyśmy wiedzieli, czy ktoś potrzebuje pomocy teraz",
    },
  },
  "about-you": {
    section: "Państwo",
    title: "Kilka słów o sobie",
    notices: {
      scared: {
        heading: "Można porozmawiać z kimś już teraz",
        text: [
          "To nie jest Państwa wina. Użyjemy tylko tych sposobów i bezpiecznych godzin, które podadzą Państwo na jednej z kolejnych stron.",
          "Jeśli ktoś zaraz może zrobić krzywdę Państwu lub dzieciom, proszę zadzwonić pod 999.",
        ],
        helplines: ["domestic-abuse"],
      },
    },
    fields: {
      name: { label: "Imię i nazwisko" },
      link: {
        label: "Kim są Państwo dla dzieci?",
        hint: "Można to pominąć",
        options: {
          mother: "Matka",
          father: "Ojciec",
          step_parent: "Ojczym, macocha albo partner rodzica",
          grandparent: "Babcia albo dziadek",
          relative: "Ktoś inny z rodziny",
          carer: "Opiekun zastępczy albo inny opiekun",
          other: "Ktoś inny",
        },
      },
      responsibility: {
        label: "Czy mają Państwo władzę rodzicielską?",
        hint: "To prawo do podejmowania decyzji o dziecku. Ma je matka i w większości przypadków ojciec.",
        options: { yes: "Tak", no: "Nie", not_known: "Nie mam pewności" },
      },
    },
    errors: { name: "Proszę wpisać imię i nazwisko" },
  },
  "access-needs": {
    section: "Państwo",
    title: "Co pomoże nam się porozumieć?",
    intro: ["Można to pominąć."],
    fields: {
      language: { label: "Jeśli potrzebny jest tłumacz, to jakiego języka?" },
      needs: {
        label: "Czy coś z tej listy pomoże?",
        options: {
          large_print: "Duży druk",
          easy_read: "Proste słowa i obrazki",
          bsl: "Brytyjski język migowy (BSL)",
          reading: "Ktoś, kto przeczyta mi na głos",
          other: "Coś innego",
        },
      },
      detail: { label: "Czy powinniśmy wiedzieć coś jeszcze?" },
    },
    errors: {},
  },
  "help-with": {
    section: "Państwa rodzina",
    title: "W czym mamy pomóc?",
    fields: {
      about: {
        label: "Można wybrać więcej niż jedno",
        options: {
          money: "Pieniądze albo mieszkanie",
          behaviour: "Zachowanie mojego dziecka",
          child_mood: "Samopoczucie psychiczne mojego dziecka",
          own_mood: "Moje samopoczucie psychiczne",
          substances: "Alkohol albo narkotyki",
          arguments: "Kłótnie albo strach w domu",
          health: "Niepełnosprawność albo choroba",
          school: "Szkoła",
          caring: "Opieka nad kimś",
          new_parent: "Początki rodzicielstwa",
          else: "Coś innego",
          hard: "Trudno powiedzieć",
        },
      },
      account: { label: "Tu można napisać więcej", hint: "Można zostawić puste" },
    },
    errors: { choose: "Proszę wybrać, w czym mamy pomóc. „Trudno powiedzieć” też wystarczy" },
  },
  home: {
    section: "Państwa rodzina",
    title: "Gdzie Państwo mieszkają?",
    fields: {
      gives: {
        label: "Adres",
        options: {
          address: "Podam adres albo jego część",
          not_yet: "Nie chcę jeszcze podawać adresu",
        },
      },
      lives: { label: "Adres" },
      postcode: { label: "Kod pocztowy" },
      secret: {
        label: "W tajemnicy",
        options: { yes: "Nikt nie może się dowiedzieć, gdzie mieszkamy. Proszę zachować to w tajemnicy" },
      },
      together: {
        label: "Czy dzieci mieszkają z Państwem?",
        hint: "Można to pominąć",
        options: { yes: "Tak", sometimes: "Przez część czasu", no: "Nie" },
      },
    },
    errors: {
      gives: "Proszę wybrać, czy adres zostanie podany teraz, czy jeszcze nie",
      lives: "Proszę wpisać część adresu albo wybrać, że adres nie będzie jeszcze podany",
    },
  },
  "reach-family": {
    section: "Państwo",
    title: "Jak mamy się kontaktować?",
    intro: ["Proszę wybrać tylko to, co jest bezpieczne. Innych sposobów nie użyjemy."],
    fields: {
      ways: {
        label: "Można wybrać więcej niż jedno",
        options: {
          call: "Proszę dzwonić",
          text: "Proszę pisać SMS-y",
          email: "Proszę pisać e-maile",
          letter: "Proszę przysłać list",
          see_me: "Proszę o spotkanie osobiste",
        },
      },
      phone: { label: "Numer telefonu, jeśli możemy dzwonić lub pisać" },
      email: { label: "Adres e-mail, jeśli możemy na niego pisać" },
      place: {
        label: "Gdzie możemy się spotkać?",
        hint: "Na przykład w szkole albo w poradni dla niemowląt",
      },
      seen: {
        label: "Czy ktoś inny może zobaczyć Państwa telefon lub e-mail?",
        hint: "Jeśli tak, nie wyślemy żadnych wiadomości",
        options: { no: "Nie", yes: "Tak albo nie mam pewności" },
      },
      times: { label: "Kiedy można bezpiecznie zadzwonić?", hint: "Na przykład „w dni robocze od 10 do 14”" },
      sayWho: {
        label: "Jeśli odbierze ktoś inny, czy możemy powiedzieć, kto dzwoni?",
        hint: "Bez wybranej odpowiedzi nie powiemy",
        options: { no: "Nie", yes: "Tak" },
      },
      message: {
        label: "Jeśli nikt nie odbierze, czy możemy zostawić wiadomość?",
        hint: "Bez wybranej odpowiedzi nie zostawimy",
        options: { no: "Nie", yes: "Tak" },
      },
      word: { label: "Hasło, jeśli ma być", hint: "Powiemy je przez telefon, aby było wiadomo, że to my" },
    },
    errors: {
      choose: "Proszę wybrać jeden bezpieczny sposób",
      phone: "Proszę wpisać numer telefonu albo wybrać inny sposób",
      "phone-form": "Proszę wpisać cały numer telefonu, na przykład 01234 567 890",
      email: "Proszę wpisać adres e-mail albo wybrać inny sposób",
      "email-form": "Proszę wpisać jeden adres e-mail, na przykład name@example.org",
      place: "Proszę wpisać, gdzie możemy się spotkać, albo wybrać inny sposób",
    },
  },
  scared: {
    section: "Państwa rodzina",
    title: "Czy ktoś sprawia, że Państwo lub dzieci się boją?",
    intro: [
      "Pytamy o to wszystkich, aby nikogo nie narazić, gdy zadzwonimy. Można to pominąć.",
      "Odpowiedź jest ukryta na stronie, na której sprawdza się, co zostanie wysłane.",
    ],
    notices: {
      despair: {
        heading: "Nie trzeba na nas czekać",
        text: [
          "Jeśli Państwo lub dziecko możecie odebrać sobie życie, proszę zadzwonić pod 999. O każdej porze można też zadzwonić pod 111 i wybrać opcję 2. Tam czekają na taki telefon.",
        ],
        helplines: ["samaritans"],
      },
    },
    fields: { scared: { options: { no: "Nie", yes: "Tak", talk: "Wolę o tym porozmawiać" } } },
    errors: {},
  },
  "who-helps": {
    section: "Państwa rodzina",
    title: "Kto teraz Państwu pomaga?",
    intro: [
      "Można to pominąć. Jeśli dziecko nie jest bezpieczne, możemy mimo to musieć porozmawiać z osobami, które je znają.",
    ],
    fields: {
      ...Object.fromEntries(
        Object.entries({
          gp: "Lekarz rodzinny (GP)",
          school: "Szkoła albo przedszkole",
          health_visitor: "Pielęgniarka środowiskowa (health visitor) albo położna",
          charity: "Organizacja charytatywna albo grupa wsparcia",
          other: "Ktoś inny",
        }).map(([name, label]) => [
          name,
          {
            label,
            options: {
              yes: "Pomagają nam i można z nimi rozmawiać",
              no: "Pomagają nam, ale proszę z nimi nie rozmawiać",
              none: "Nie pomagają nam",
            },
          },
        ]),
      ),
      names: { label: "Ich nazwiska albo miejsce pracy", hint: "Na przykład „Dr Shah, Mill Road”" },
    },
    errors: {},
  },
  "your-children": {
    section: "Państwa rodzina",
    title: "Państwa dziecko",
    intro: ["Proszę opowiedzieć o jednym dziecku. Można dodać kolejne."],
    list: {
      title: "Państwa dzieci",
      entry: "Dziecko {n}",
      another: "Czy jest jeszcze jedno dziecko, o którym chcą Państwo opowiedzieć?",
      options: { yes: "Tak", no: "Nie" },
      choose: "Proszę wybrać tak albo nie, abyśmy wiedzieli, czy jest jeszcze jedno dziecko",
      add: "Dodaj dziecko",
      change: "Zmień",
      remove: "Usuń",
    },
    fields: {
      firstName: { label: "Imię" },
      lastName: { label: "Nazwisko" },
      age: {
        label: "Ile lat ma dziecko?",
        hint: "Można to pominąć",
        options: {
          date: "Podam datę urodzenia",
          about: "Podam wiek",
          unborn: "Dziecko jeszcze się nie urodziło",
        },
      },
      born: { label: "Data urodzenia", hint: "Na przykład 27 3 2016. Miesiąc proszę wpisać cyframi." },
      about: { label: "Wiek", hint: "Na przykład 7 albo 18 miesięcy" },
      due: { label: "Kiedy dziecko ma się urodzić?", hint: "Jeśli nie wiadomo, proszę zostawić puste" },
      school: { label: "Szkoła albo przedszkole", hint: "Można to pominąć" },
    },
    errors: { who: "Proszę wpisać imię albo nazwisko dziecka", ...birthErrors },
  },
} satisfies Record<string, QuestionTexts>;
