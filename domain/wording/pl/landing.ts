/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const landingWords = {
  title: "Obawa o dziecko albo potrzeba pomocy?",
  who: "Kim Państwo są?",
  choices: {
    young_person: "Nie mam jeszcze 18 lat",
    family: "Jestem rodzicem albo opiekunem i chcę pomocy dla mojej rodziny",
    public: "Martwię się o dziecko, które znam albo widziałem lub widziałam",
    professional: "Pracuję z dziećmi albo z rodzinami",
    talk: "Chcę z kimś porozmawiać",
  },
  hints: { professional: "Na przykład szkoła, opieka zdrowotna, policja albo organizacja charytatywna" },
  before: "Czy coś już do nas wysłano? {link}",
  beforeLink: "Dopisz do tego",
  atWork: "Dla osób, które pracują z dziećmi: {open} albo {advice}.",
  atWorkOpen: "otwórz to, co wysłano",
  atWorkAdvice: "najpierw poproś o radę",
  choose: "Proszę wybrać, kim Państwo są, abyśmy pokazali właściwą stronę",
};

export const professionalStartWords = {
  title: "Zgłoszenie obawy o dziecko",
  intro:
    "Ten formularz jest dla osób, które pracują z dziećmi lub rodzinami. Zajmuje około 12 minut. Jeden formularz może dotyczyć wszystkich dzieci w rodzinie.",
  before: "Zanim Państwo zaczną",
  points: [
    "Nie trzeba znać każdego szczegółu. Proszę wybierać „Nie wiem” wszędzie tam, gdzie to prawda.",
    "Każda strona jest zapisywana po naciśnięciu „Dalej”. Nic do nas nie dociera przed naciśnięciem „Wyślij”.",
    "Gdy znamy dziecko, miejsce i obawę, można od razu wysłać, a resztę dodać później.",
    "Niewysłany formularz zostaje przez siedem dni. Z kodem wysłanym na służbowy e-mail można go dokończyć na innym urządzeniu.",
  ],
  deadline: "W ciągu jednego dnia roboczego od wysłania kierownik zdecyduje, co dalej.",
  start: "Zacznij",
};

export const talkWords = {
  title: "Rozmowa z kimś",
  call: {
    heading: "Jak wygląda rozmowa telefoniczna",
    points: [
      "Dowód nie jest potrzebny i nie trzeba podawać nazwiska.",
      "Zapytamy, co widziano lub słyszano i gdzie jest dziecko.",
      "Powiemy, co zrobimy dalej.",
    ],
  },
  helplines: "Z kim jeszcze można porozmawiać",
  checked: "Te numery sprawdziliśmy ostatnio: {day}.",
};
