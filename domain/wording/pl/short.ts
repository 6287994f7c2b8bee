/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const additionWords = {
  danger: "Czy dziecko jest teraz w niebezpieczeństwie?",
  dangers: { yes: "Tak", no: "Nie", not_sure: "Nie mam pewności" },
  text: "Co nowego?",
};

export const addWords = {
  title: "Dopisanie czegoś",
  intro:
    "Ta strona jest dla osób, które już coś do nas wysłały. Potrzebny jest numer zgłoszenia i cztery słowa, które pokazaliśmy.",
  lost: "Jeśli ich brak, proszę zadzwonić pod {phone}.",
  reference: { label: "Numer zgłoszenia", hint: "Na przykład 7KQ4 M2XD" },
  words: { label: "Cztery słowa", hint: "W tej samej kolejności, oddzielone spacjami" },
  danger: { label: additionWords.danger, options: additionWords.dangers },
  text: { label: additionWords.text },
  send: "Wyślij",
  errors: {
    reference: "Proszę wpisać numer zgłoszenia",
    words: "Proszę wpisać cztery słowa",
    wrong: "Proszę sprawdzić numer zgłoszenia i cztery słowa. Nie pasują do siebie",
    danger: "Proszę wybrać: tak, nie albo brak pewności",
    text: "Proszę napisać, co nowego. Kilka słów wystarczy",
    "too-long": "Proszę napisać najwyżej 4000 znaków",
    control: "Jest tu znak, którego nie możemy zachować. Proszę wpisać to ponownie",
  },
  sent: {
    title: "Mamy to",
    lines: [
      "Przeczytamy to. Trafi do osób, które mają ten formularz.",
      "W każdej chwili można dopisać więcej, z tym samym numerem i słowami.",
    ],
  },
  given: {
    heading: "Aby później dopisać więcej",
    text: "Proszę zachować numer zgłoszenia i te cztery słowa. Nie pokażemy ich ponownie.",
    how: "Dopisz coś",
  },
};

export const answerWords = {
  notProvided: "Nie podano",
  limit: "Można napisać do {max} znaków",
  count: {
    under: {
      one: "Pozostał %{count} znak",
      few: "Pozostały %{count} znaki",
      many: "Pozostało %{count} znaków",
      other: "Pozostało %{count} znaku",
    },
    at: "Pozostało 0 znaków",
    over: {
      one: "O %{count} znak za dużo",
      few: "O %{count} znaki za dużo",
      many: "O %{count} znaków za dużo",
      other: "O %{count} znaku za dużo",
    },
  },
  or: "albo",
  date: { day: "Dzień", month: "Miesiąc", year: "Rok" },
  errors: {
    "too-long": "{label}: proszę napisać najwyżej {max} znaków",
    control:
      "{label}: jest tu znak, którego nie możemy zachować. W jego miejscu stoi �. Proszę go usunąć i wpisać ponownie",
  },
};

export const emergencyWords = {
  heading: "Jeśli dziecko jest teraz w niebezpieczeństwie, proszę zadzwonić pod {number}",
  silent:
    "Nie można mówić? Proszę zadzwonić pod {number}, słuchać, zakaszleć lub postukać, jeśli to możliwe, i nacisnąć 55, gdy o to poproszą.",
  text: "Można wysłać SMS pod {number}, jeśli telefon jest zarejestrowany. Aby go zarejestrować, proszę wysłać słowo register pod {number}.",
  bsl: "Osoby używające brytyjskiego języka migowego mogą połączyć się przez aplikację lub stronę 999 BSL.",
  relay: "Użytkownicy Relay UK wybierają {relay}.",
};

export const equalityWords = {
  title: "Kilka pytań o Państwa",
  intro: [
    "Nie trzeba odpowiadać. Formularz jest już u nas i nic tutaj tego nie zmieni.",
    "Odpowiedzi tylko liczymy, aby zobaczyć, do kogo docieramy. Nie zapisujemy, kto je dał.",
  ],
  questions: {
    age: {
      label: "Ile mają Państwo lat?",
      options: {
        under_25: "Mniej niż 25",
        "25_44": "25 do 44",
        "45_64": "45 do 64",
        "65_over": "65 lub więcej",
      },
    },
    sex: {
      label: "Jaka jest Państwa płeć?",
      options: { female: "Żeńska", male: "Męska", other: "Używam innego słowa" },
    },
    ethnicity: {
      label: "Do której grupy Państwo należą?",
      options: {
        asian: "Azjatycka lub azjatycko-brytyjska",
        black: "Czarna, czarna brytyjska, karaibska lub afrykańska",
        mixed: "Mieszana lub kilka grup",
        white: "Biała",
        other: "Inna grupa",
      },
    },
    disability: {
      label: "Czy mają Państwo długotrwałą chorobę lub niepełnosprawność?",
      options: { yes: "Tak", no: "Nie" },
    },
  },
  send: "Wyślij te odpowiedzi",
  skip: "Pomiń je",
  thanks: { title: "Dziękujemy", text: "Nie trzeba robić nic więcej. Tę stronę można zamknąć." },
  offer: {
    heading: "Kilka dobrowolnych pytań o Państwa",
    text: "Nie należą do tego, co wysłano. Odpowiedzi tylko liczymy.",
    link: "Odpowiedz na nie",
  },
};

export const helplineWords = { hours: ", {hours}" };
