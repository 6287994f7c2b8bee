const howTo =
  "Proszę otworzyć swoje formularze, podać służbowy e-mail i wpisać kod, który na niego wyślemy. Albo zadzwonić pod {day} i podać numer zgłoszenia.";

/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const mailWords = {
  open: "Państwa formularze",
  closing: [
    "Proszę nie odpowiadać na ten e-mail informacjami o dziecku. Proszę zadzwonić pod {day} albo {night}, gdy jest zamknięte.",
    "{authority}, Front Door",
  ],
  code: {
    subject: "{authority}: kod",
    lines: [
      "Kod to {code}. Proszę wpisać go na stronie, która o niego prosi.",
      "Działa raz, do: {until}.",
      "Proszę nikomu go nie podawać. Jeśli to nie Państwo prosili o kod, nie trzeba nic robić.",
    ],
  },
  unfinished: {
    subject: "Niedokończony formularz",
    lines: [
      "Formularz zaczęty {since} nie został wysłany. Możemy działać dopiero po wysłaniu.",
      "Aby go dokończyć, proszę otworzyć swoje formularze, podać służbowy e-mail i wpisać kod, który na niego wyślemy.",
      "Jeśli nie zostanie wysłany, będzie usunięty: {until}.",
      "Jeśli nie może to czekać, proszę zadzwonić teraz: {day} albo {night}, gdy jest zamknięte. W nagłym niebezpieczeństwie proszę zadzwonić pod 999.",
    ],
  },
  offered: {
    subject: "Prośba o dokończenie formularza",
    lines: [
      "Ktoś z Państwa pracy zaczął formularz ({since}) i prosi o jego dokończenie. Nie jest jeszcze wysłany.",
      "Aby go zobaczyć, proszę otworzyć swoje formularze, podać ten e-mail i wpisać kod, który na niego wyślemy.",
      "Jeśli nie zostanie wysłany, będzie usunięty: {until}.",
      "Jeśli nic o tym nie wiadomo, nie trzeba nic robić.",
    ],
  },
  received: {
    subject: "Otrzymaliśmy formularz – {reference}",
    lines: [
      "Otrzymaliśmy formularz: {since}. Numer zgłoszenia: {reference}.",
      "Kierownik zdecyduje, co dalej, najpóźniej: {due}.",
      "Aby coś dopisać albo zobaczyć, co się stało, proszę otworzyć swoje formularze, podać służbowy e-mail i wpisać kod, który na niego wyślemy. Albo zadzwonić pod {day} i podać numer zgłoszenia.",
      "Jeśli obawa wzrośnie, proszę od razu zadzwonić: {day} albo {night}, gdy jest zamknięte. Jeśli ktoś jest teraz w niebezpieczeństwie, proszę zadzwonić pod 999.",
    ],
  },
  decided: {
    subject: "Są nowe informacje – {reference}",
    lines: [
      "Są nowe informacje o wysłanym formularzu. Numer zgłoszenia: {reference}.",
      howTo,
      "Jeśli po przeczytaniu nie ma zgody, proszę nam tam o tym napisać: ktoś inny spojrzy na to ponownie.",
    ],
  },
  delayed: {
    subject: "Nasza decyzja zajmie więcej czasu – {reference}",
    lines: [
      "Nie ma jeszcze decyzji w sprawie formularza wysłanego: {since}. Numer zgłoszenia: {reference}. Decyzja miała być najpóźniej: {due}.",
      "Kierownik wie, że jest spóźniona. Damy znać, gdy tylko decyzja zapadnie.",
      "Jeśli obawa wzrośnie, proszę na nas nie czekać i od razu zadzwonić: {day} albo {night}, gdy jest zamknięte. Jeśli ktoś jest teraz w niebezpieczeństwie, proszę zadzwonić pod 999.",
    ],
  },
  unread: {
    subject: "Przypomnienie: czekają nowe informacje – {reference}",
    lines: [
      "Są nowe informacje o wysłanym formularzu i nikt ich jeszcze nie przeczytał. Numer zgłoszenia: {reference}.",
      howTo,
    ],
  },
  asked: {
    subject: "Mamy pytanie – {reference}",
    lines: [
      "Mamy pytanie o wysłany formularz. Numer zgłoszenia: {reference}.",
      "Odpowiedź pomoże najbardziej przed: {due}.",
      `${howTo} Proszę nie odpowiadać e-mailem.`,
    ],
  },
  answered: {
    subject: "Jest odpowiedź – {reference}",
    lines: ["Na prośbę o ponowne spojrzenie jest odpowiedź. Numer zgłoszenia: {reference}.", howTo],
  },
};
