/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const reportWords = {
  notSent: "Jeszcze nie wysłano. Możemy działać dopiero po wysłaniu.",
  danger:
    "Z odpowiedzi wynika, że dziecko jest lub może być w niebezpieczeństwie. Oprócz wysłania proszę zadzwonić: {phone}.",
  elsewhere: {
    known:
      "Ten kod pocztowy należy do obszaru: {council}. Można tam zadzwonić: {number}. Można też wysłać formularz do nas. Przekażemy go.",
    unknown:
      "Ten kod pocztowy może należeć do innej gminy. Mimo to proszę wysłać formularz do nas. Przekażemy go.",
  },
  each: "Dotyczy: {name}",
  changeHidden: " {name}",
  notWhole: "Niedokończone",
  tooMany: "Dodano tyle, ile mieści jeden formularz. O pozostałych proszę powiedzieć przez telefon.",
  early: {
    button: "Sprawdź i wyślij teraz, resztę dodaj później",
    why: "To wystarczy, abyśmy mogli działać. Można wysłać teraz, a resztę powiedzieć później.",
  },
  stop: {
    title: "Proszę teraz zadzwonić pod 999",
    titleNotSure: "Jeśli którekolwiek z tych zdań jest prawdą, proszę teraz zadzwonić pod 999",
    signs: [
      "Ktoś teraz krzywdzi dziecko albo zaraz to zrobi",
      "Dziecko jest ciężko ranne albo zażyło coś, co może mu zaszkodzić",
      "Bardzo małe dziecko jest samo",
      "Dziecko zaginęło",
      "Dziecko powiedziało, że odbierze sobie życie",
    ],
    signsToYou: [
      "Ktoś cię teraz krzywdzi albo zaraz to zrobi",
      "Masz ciężkie obrażenia albo w organizmie coś, co może ci zaszkodzić",
      "Chcesz odebrać sobie życie",
      "Jedno z tych zdań dotyczy kogoś innego",
    ],
    then: "Potem proszę wrócić i napisać do nas, abyśmy też mogli pomóc. Udzielone tu odpowiedzi są zachowane.",
    called: "Zadzwoniono pod 999, przejdź do formularza",
    calledCouncil: "Zadzwoniono do gminy, przejdź do formularza",
    cannotCall: "Nie mogę zadzwonić",
    notNeeded: "Nic z tego nie jest prawdą, przejdź do formularza",
  },
  check: {
    title: "Proszę sprawdzić odpowiedzi",
    early: "Proszę sprawdzić, co zostanie teraz wysłane",
    earlyIntro:
      "Przeczytamy to, gdy tylko do nas dotrze. Strony, do których formularz nie doszedł, pozostaną puste. Resztę można powiedzieć przez telefon.",
    change: "Zmień",
    answer: "Odpowiedź",
    masked: "Odpowiedziano – pokaż",
    declaration:
      "Wysłanie oznacza potwierdzenie, że wszystko to jest prawdą zgodnie z posiadaną wiedzą. Na tej podstawie zdecydujemy, jak pomóc dziecku i je chronić.",
    send: "Wyślij zgłoszenie",
    sendEarly: "Wyślij teraz",
    back: "Wróć do formularza",
  },
  sent: {
    reads: { today: "dzisiaj", whenWeOpen: "gdy otworzymy: {time}" },
    cannotWait: {
      danger: "Z odpowiedzi wynika, że dziecko jest lub może być w niebezpieczeństwie.",
      event: "Z odpowiedzi wynika, kiedy coś się stanie: {time}.",
      soon: "Z odpowiedzi wynika, że wkrótce coś się stanie.",
      call: "Samo wysłanie tego nie powstrzyma. Proszę teraz do nas zadzwonić: {phone}. Jeśli ktoś jest teraz krzywdzony, proszę zadzwonić pod {emergency}.",
    },
    title: "Otrzymaliśmy zgłoszenie",
    reference: "Numer zgłoszenia",
    deadline: "Najpóźniejszy termin naszej decyzji, co dalej: {deadline}.",
    email: "Jeśli podano e-mail, napiszemy, gdy będzie decyzja do przeczytania.",
    silent: "Jeśli do tego czasu nie będzie wiadomości, proszę zadzwonić i podać numer zgłoszenia.",
    worseHeading: "Jeśli będzie gorzej",
    worse:
      "Jeśli zagrożenie dla dziecka wzrośnie, proszę nie czekać. Proszę zadzwonić do nas: {phone} albo pod {emergency}, jeśli dziecko jest teraz w niebezpieczeństwie.",
    nextHeading: "Co dalej",
    partial:
      "Formularz został wysłany przed końcem. Gdy będzie wiadomo więcej, proszę zadzwonić pod {phone} i podać numer zgłoszenia.",
    more: "Gdy będzie wiadomo więcej, proszę zadzwonić pod {phone} i podać numer zgłoszenia.",
    disagree:
      "Jeśli nie zgadzają się Państwo z decyzją, proszę nam o tym powiedzieć. Kierownik spojrzy na nią z Państwem jeszcze raz.",
    keep: "Proszę odnotować to zgłoszenie we własnej dokumentacji. Tę stronę można wydrukować.",
    again: "Nowe zgłoszenie o innej rodzinie",
  },
};
