/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
const exit = {
  exitHeading: "Jeśli ktoś wejdzie",
  exit: [
    "Na każdej stronie jest czerwony przycisk, który szybko ją opuszcza. Wpisany tekst nie jest wtedy zachowywany.",
    "Przycisk nie czyści historii przeglądania. Jeśli to możliwe, proszę użyć telefonu lub komputera, którego ta osoba nie może sprawdzić.",
  ],
  shift: "Można też trzy razy nacisnąć Shift.",
  start: "Zacznij",
};

export const exitWords = {
  button: "Opuść tę stronę",
  hidden: "W nagłej potrzebie: ",
  said: {
    activated: "Wczytywanie.",
    timedOut: "Opuszczanie strony przerwane.",
    pressTwoMoreTimes: "Shift: naciśnij jeszcze 2 razy, aby opuścić stronę.",
    pressOneMoreTime: "Shift: naciśnij jeszcze 1 raz, aby opuścić stronę.",
  },
};

export const publicWords = {
  start: {
    title: "Zgłoszenie obawy o dziecko",
    first: [
      "Dowód nie jest potrzebny. Proszę napisać, co Państwo widzieli lub słyszeli. My ustalimy, co zrobić.",
      "Najpierw sprawdzimy, co już wiemy, i porozmawiamy z osobami, które znają dziecko. Jeśli trzeba będzie odwiedzić rodzinę, zaplanujemy to z myślą o bezpieczeństwie dziecka.",
    ],
    before: "Zanim Państwo zaczną",
    points: [
      "To zajmuje około 5 minut. Nie trzeba podawać nazwiska.",
      "Proszę wybierać „Nie wiem” tam, gdzie to prawda.",
      "Nic do nas nie dociera przed naciśnięciem „Wyślij”.",
    ],
    ...exit,
  },
  check: {
    title: "Proszę sprawdzić, co zostanie wysłane",
    declaration: "Jeszcze nic nie wysłano. Gdy wszystko gotowe, proszę nacisnąć „Wyślij”.",
    send: "Wyślij do nas",
  },
  sent: {
    title: "Dziękujemy. Otrzymaliśmy zgłoszenie",
    reference: "Numer zgłoszenia",
    heading: "Co dalej",
    lines: [
      "Przeczyta je pracownik socjalny. Najpóźniejszy termin naszej decyzji: {deadline}.",
      "Być może nie będziemy mogli powiedzieć, co się stało, bo musimy chronić prywatność rodziny. Nie trzeba robić nic więcej.",
      "Jeśli zobaczą lub usłyszą Państwo coś nowego, proszę zadzwonić pod {phone} i podać numer zgłoszenia.",
    ],
    worse: "Jeśli dziecko jest teraz w niebezpieczeństwie, proszę zadzwonić pod {emergency}.",
  },
};

export const familyWords = {
  start: {
    title: "Prośba o pomoc dla rodziny",
    first: [
      "Wiele rodzin w jakimś momencie potrzebuje pomocy. Prosić o nią to dobra rzecz. Proszę napisać, co jest teraz trudne. Porozmawiamy o tym, co może pomóc.",
      "Chcemy pomóc Państwu opiekować się dziećmi. Jeśli będziemy się obawiać, że dziecko nie jest bezpieczne, będziemy musieli działać. Powiemy o tym, chyba że mogłoby to kogoś narazić.",
    ],
    before: "Zanim Państwo zaczną",
    points: [
      "To zajmuje około 8 minut. Można pominąć to, na co nie chce się odpowiadać.",
      "To Państwo mówią nam, jak i kiedy można się bezpiecznie kontaktować.",
      "Nic do nas nie dociera przed naciśnięciem „Wyślij”.",
    ],
    ...exit,
  },
  check: {
    title: "Proszę sprawdzić, co zostanie wysłane",
    declaration: "Jeszcze nic nie wysłano. Gdy wszystko gotowe, proszę wysłać.",
    send: "Wyślij prośbę o pomoc",
  },
  sent: {
    title: "Otrzymaliśmy prośbę",
    reference: "Numer zgłoszenia",
    heading: "Co dalej",
    lines: [
      "Kiedy odezwie się ktoś z naszego zespołu: {callBack}. Użyjemy tylko podanych sposobów i bezpiecznych godzin. Jeśli bezpieczna godzina jest później, poczekamy na nią.",
      "Nie powiemy, kim jesteśmy, i nie zostawimy wiadomości, chyba że było to dozwolone w formularzu.",
      "Jeśli będzie gorzej, proszę zadzwonić pod {phone} i podać numer zgłoszenia.",
    ],
    worse: "W nagłym niebezpieczeństwie proszę zadzwonić pod {emergency}.",
  },
};

export const youngPersonWords = {
  start: {
    title: "Możesz nam powiedzieć, co się dzieje",
    first: [
      "Jesteśmy ludźmi, którzy pracują dla gminy. Pomagamy chronić dzieci. Nie musisz mówić wszystkiego. W każdej chwili możesz przerwać.",
      "Przeczytamy to, co wyślesz. Jeśli uznamy, że tobie albo komuś innemu może stać się coś bardzo złego, będziemy musieli powiedzieć osobom, które mogą pomóc. Najpierw spróbujemy porozmawiać z tobą.",
      "Nie mówimy twoim rodzicom, zanim nie pomyślimy, co jest dla ciebie bezpieczne.",
    ],
    before: "Warto wiedzieć",
    points: [
      "To trwa około 4 minut. Możesz coś pominąć.",
      "Możesz użyć dowolnego imienia.",
      "Nic nie zostanie wysłane, zanim nie naciśniesz „Wyślij”.",
    ],
    exitHeading: "Jeśli ktoś wejdzie",
    exit: [
      "Na każdej stronie jest czerwony przycisk, który szybko ją opuszcza. To, co piszesz, nie jest wtedy zachowywane.",
      "Przycisk nie czyści historii przeglądania. Jeśli możesz, użyj telefonu lub komputera, którego ta osoba nie może sprawdzić.",
    ],
    shift: "Możesz też trzy razy nacisnąć Shift.",
    start: "Zacznij",
  },
  check: {
    title: "Zobacz, co wysyłasz",
    declaration: "To jeszcze nie jest wysłane. Naciśnij „Wyślij”, gdy chcesz.",
    send: "Wyślij",
  },
  sent: {
    title: "Mamy twoją wiadomość",
    reference: "Twój numer, jeśli zadzwonisz do nas w tej sprawie",
    heading: "Co teraz",
    lines: [
      "To było odważne. To nie jest twoja wina.",
      "Człowiek przeczyta to {reads}.",
      "Jeśli chcesz porozmawiać z kimś teraz, zadzwoń do Childline: {childline}. To nic nie kosztuje.",
      "Możesz też zadzwonić do nas: {phone}.",
    ],
    worse: "Jeśli wcześniej zrobi się gorzej, zadzwoń pod {emergency}.",
  },
};

export const youngWords = {
  talk: "Jeśli chcesz porozmawiać z kimś teraz, zadzwoń do Childline: {childline}. To nic nie kosztuje.",
  cannotWait: {
    danger: "Z twoich odpowiedzi wynika, że jesteś lub możesz być w niebezpieczeństwie.",
    event: "Z twoich odpowiedzi wynika, kiedy to może się stać: {time}.",
    soon: "Z twoich odpowiedzi wynika, że to może się wkrótce stać.",
    call: "Samo wysłanie tego nie powstrzyma. Zadzwoń teraz do nas: {phone}. Jeśli ktoś cię teraz krzywdzi, zadzwoń pod {emergency}.",
  },
  cannotAnswer: {
    before: "Nie wiemy jeszcze, jak z tobą porozmawiać. Przeczytamy to, ale nie możemy ci odpowiedzieć.",
    after:
      "Nie wiemy, jak się z tobą skontaktować, więc nie możemy ci odpowiedzieć. Możesz zadzwonić do nas: {phone} i podać swój numer. Możesz też napisać znowu, używając czterech słów z tej strony.",
  },
  early: {
    why: "Możesz wysłać to teraz i na tym skończyć. To w porządku.",
    button: "Sprawdź i wyślij to, co już jest napisane",
    title: "Wyślij to, co już jest napisane",
    intro: "Przeczytamy to. Nie musisz mówić więcej.",
    back: "Pisz dalej",
  },
};
