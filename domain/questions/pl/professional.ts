import { fileWords } from "../../wording/pl/files.ts";
import type { QuestionTexts } from "../question.ts";
import { birthErrors } from "./birth-errors.ts";

/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const professional = {
  danger: {
    section: "Czy to pilne?",
    title: "Czy dziecko jest teraz w niebezpieczeństwie?",
    fields: {
      danger: {
        options: { yes: "Tak", no: "Nie", not_sure: "Nie mam pewności" },
        optionHints: { not_sure: "Pokażemy kilka oznak, które warto rozważyć" },
      },
    },
    errors: {
      choose:
        "Proszę wybrać: tak, nie albo brak pewności, abyśmy wiedzieli, czy dziecko potrzebuje policji lub karetki",
    },
  },
  soon: {
    section: "Czy to pilne?",
    title: "Czy w najbliższych godzinach coś się stanie z dzieckiem?",
    intro: ["Na przykład powrót do domu po szkole, spotkanie z kimś wieczorem albo czyjś powrót do domu."],
    notices: {
      call: {
        text: [
          "Jeśli nie może to czekać, aż to przeczytamy, proszę oprócz wysłania także zadzwonić: {phone}.",
        ],
        urgent: true,
      },
      yes: {
        text: [
          "Z odpowiedzi wynika, że coś się wkrótce stanie. Jeśli to blisko, proszę nie czekać na naszą odpowiedź.",
        ],
      },
    },
    fields: {
      soon: { options: { yes: "Tak", no: "Nie, o niczym mi nie wiadomo", not_known: "Nie wiem" } },
      event: {
        label: "Co się stanie?",
        options: {
          going_home: "Dziecko wraca do domu",
          contact: "Dziecko spotka się z kimś",
          person_returns: "Ktoś wraca do domu",
          leaving_area: "Dziecko zostanie wywiezione z okolicy lub z kraju",
          other: "Coś innego",
        },
      },
      time: {
        label: "O której godzinie?",
        hint: "Na przykład 15:15. Jeśli nie wiadomo, proszę zostawić puste.",
      },
      day: { label: "Którego dnia?", options: { today: "Dzisiaj", tomorrow: "Jutro" } },
      detail: {
        label: "Z kim będzie wtedy dziecko?",
        hint: "Proszę dodać wszystko, o czym powinniśmy wiedzieć",
      },
    },
    errors: {
      choose: "Proszę wybrać, czy coś się stanie w najbliższych godzinach",
      "choose-event": "Proszę wybrać, co się stanie",
      "choose-day": "Proszę wybrać dzisiaj albo jutro",
      "half-of-day": "Proszę podać godzinę od 00:00 do 23:59, na przykład 03:25 albo 15:25",
    },
  },
  you: {
    section: "Państwo",
    title: "Państwa dane",
    intro: [
      "Użyjemy ich, aby dopytać i powiadomić o decyzji.",
      "Przechowujemy je osobno od informacji o dziecku i mało kto może je otworzyć.",
    ],
    fields: {
      name: { label: "Imię i nazwisko" },
      job: { label: "Stanowisko", hint: "Jeśli nie wiadomo, co wpisać, proszę opisać swoją pracę" },
      organisation: {
        label: "Organizacja",
        hint: "Na przykład nazwa szkoły, przychodni lub komisariatu. Znane nam nazwy pojawią się podczas pisania; każda inna też jest dobra.",
      },
      workplace: {
        label: "Gdzie Państwo pracują?",
        options: {
          "": "Proszę wybrać",
          school: "Szkoła",
          education_service: "Służby oświatowe, na przykład frekwencja lub szczególne potrzeby",
          gp: "Przychodnia lekarza rodzinnego (GP)",
          health_visitor: "Pielęgniarki środowiskowe (health visiting)",
          school_nurse: "Pielęgniarki szkolne",
          other_primary_health: "Inna opieka zdrowotna w środowisku, na przykład położne lub dentyści",
          emergency_department: "Szpitalny oddział ratunkowy albo pogotowie",
          other_health: "Szpital, zdrowie psychiczne albo inna opieka zdrowotna",
          police: "Policja",
          early_help: "Wczesna pomoc albo ośrodek dla dzieci prowadzony przez gminę",
          adult_social_care: "Opieka społeczna gminy",
          council_other: "Inna służba gminy",
          other_council: "Inna gmina",
          housing: "Mieszkalnictwo",
          courts: "Sądy, kuratela, więziennictwo, imigracja albo Cafcass",
          nursery_or_charity:
            "Przedszkole, opiekun dzienny, organizacja charytatywna albo wspólnota religijna",
          other: "Gdzie indziej albo nie wiem",
        },
      },
      email: {
        label: "Służbowy e-mail",
        hint: "Wyślemy tam numer zgłoszenia, a później wiadomość, że są nowe informacje. O dziecku nic w niej nie będzie.",
      },
      noEmail: { label: "Bez e-maila", options: { none: "Nie mam e-maila, którego mogę używać" } },
      phone: {
        label: "Bezpośredni telefon",
        hint: "Numer, pod którym można zastać Państwa, a nie tylko centralę, jeśli taki jest",
      },
      noPhone: { label: "Bez telefonu", options: { none: "Nie mam bezpośredniego numeru" } },
      reachable: {
        label: "Kiedy możemy się skontaktować w następnym dniu roboczym?",
        hint: "Na przykład „po 10” albo kto może rozmawiać w zastępstwie. Można zostawić puste.",
      },
    },
    errors: {
      name: "Proszę wpisać imię i nazwisko",
      job: "Proszę wpisać stanowisko",
      organisation: "Proszę wpisać organizację",
      workplace: "Proszę wybrać miejsce pracy",
      email: "Proszę wpisać służbowy e-mail albo zaznaczyć, że nie ma takiego, którego można używać",
      "email-form": "Proszę wpisać jeden adres e-mail, na przykład name@example.org",
      phone: "Proszę wpisać numer telefonu albo zaznaczyć, że nie ma bezpośredniego numeru",
      "phone-form": "Proszę wpisać cały numer telefonu, na przykład 01234 567 890",
    },
  },
  children: {
    section: "Dziecko",
    title: "Dziecko",
    intro: [
      "Proszę opowiedzieć o jednym dziecku. Kolejne dzieci z rodziny można dodać na następnej stronie.",
      "Wystarczy imię albo opis. Nie trzeba czekać, aż będzie wiadomo więcej.",
    ],
    list: {
      title: "Dzieci, o które Państwo się martwią",
      entry: "Dziecko {n}",
      another: "Czy martwią się Państwo o inne dziecko w tej rodzinie?",
      options: { yes: "Tak", no: "Nie" },
      choose: "Proszę wybrać, czy martwią się Państwo o inne dziecko w tej rodzinie",
      add: "Dodaj dziecko",
      change: "Zmień",
      remove: "Usuń",
    },
    fields: {
      firstName: { label: "Imię" },
      lastName: { label: "Nazwisko" },
      knownAs: { label: "Znane także jako", hint: "Inne imiona, poprzednie nazwisko albo przezwisko" },
      description: {
        label: "Jeśli imię nie jest znane, proszę opisać dziecko",
        hint: "Na przykład „chłopiec w czerwonym płaszczu, z drugiej klasy, przychodzi ze starszą siostrą”",
      },
      age: {
        label: "Ile lat ma dziecko?",
        options: {
          date: "Znam datę urodzenia",
          about: "Znam przybliżony wiek",
          unborn: "Dziecko jeszcze się nie urodziło",
          not_known: "Nie wiem",
        },
      },
      born: { label: "Data urodzenia", hint: "Na przykład 27 3 2016. Miesiąc proszę wpisać cyframi." },
      about: { label: "W jakim mniej więcej wieku?", hint: "Na przykład 7 albo 18 miesięcy" },
      due: { label: "Kiedy dziecko ma się urodzić?", hint: "Jeśli nie wiadomo, proszę zostawić puste" },
      sex: {
        label: "Płeć",
        options: { F: "Żeńska", M: "Męska", U: "Nie wiem albo jeszcze się nie urodziło" },
      },
      school: { label: "Szkoła albo przedszkole", hint: "To i dwa następne pola można zostawić puste" },
      nhsNumber: { label: "Numer NHS", hint: "10 cyfr" },
      upn: { label: "Numer ucznia (UPN)", hint: "Litera i 12 dalszych znaków" },
    },
    errors: {
      who: "Proszę wpisać imię albo, jeśli nie jest znane, opisać dziecko",
      nhs: "Proszę sprawdzić numer NHS: ma 10 cyfr i jedna z nich jest błędna. Można go też zostawić pusty",
      upn: "Proszę sprawdzić numer ucznia: to litera i 12 dalszych znaków. Można go też zostawić pusty",
      ...birthErrors,
    },
  },
  where: {
    section: "Dziecko",
    title: "Gdzie jest dziecko?",
    fields: {
      lives: {
        label: "Gdzie dziecko mieszka?",
        options: { address: "Znam adres albo jego część", not_known: "Nie wiem" },
      },
      line1: { label: "Adres" },
      line2: { label: "Druga linia adresu" },
      town: { label: "Miejscowość albo okolica" },
      postcode: { label: "Kod pocztowy" },
      seenAt: { label: "Gdzie Państwo widzieli dziecko lub o nim słyszeli?", hint: "Można zostawić puste" },
      otherPlaces: {
        label: "Czy dziecko mieszka lub przebywa też gdzie indziej?",
        hint: "Na przykład u drugiego rodzica lub u dziadków. Można zostawić puste.",
      },
      now: {
        label: "Gdzie dziecko jest teraz?",
        options: {
          home: "W domu",
          school: "W szkole albo w przedszkolu",
          with_me: "Ze mną",
          elsewhere: "Gdzie indziej",
          not_known: "Nie wiem",
        },
      },
      nowDetail: { label: "Gdzie?" },
    },
    errors: {
      lives: "Proszę wybrać, czy wiadomo, gdzie dziecko mieszka",
      address: "Proszę wpisać dowolną część adresu albo wybrać, że nie wiadomo",
      now: "Proszę wybrać, gdzie dziecko jest teraz",
    },
  },
  extras: {
    section: "Coś jeszcze",
    title: "Czy można teraz dodać coś jeszcze?",
    intro: ["Można zaznaczyć dowolne. Bez zaznaczenia następna strona pokaże odpowiedzi."],
    fields: {
      extras: {
        options: {
          helpers: "Inne osoby, które pomagają tej rodzinie",
          files: "Pliki, na przykład zdjęcia, mapy ciała albo chronologia",
          facts: "Pochodzenie, język, niepełnosprawność i szczególne potrzeby dziecka",
        },
      },
    },
    errors: {},
  },
  files: { section: "Coś jeszcze", title: fileWords.title, intro: fileWords.intro, fields: {}, errors: {} },
} satisfies Record<string, QuestionTexts>;
