import type { QuestionTexts } from "../question.ts";
import { birthErrors } from "./birth-errors.ts";

/** What is asked about the worry and the family; an unreviewed draft of a translation, as everything beside it. */
export const professionalMore = {
  worries: {
    section: "Co się dzieje",
    title: "O co się Państwo martwią?",
    intro: ["Dowód nie jest potrzebny."],
    fields: {
      worries: {
        label: "Proszę zaznaczyć wszystko, co może być prawdą",
        options: {
          hurt: "Ktoś je krzywdzi fizycznie",
          injury: "Uraz, siniak albo ślad na ciele",
          sexual_harm: "Krzywda seksualna albo zdjęcia",
          not_looked_after: "Brak opieki: jedzenie, ubranie, dom, zostawianie samego",
          put_down: "Krzyczenie, poniżanie albo straszenie",
          home_violence: "Przemoc albo kontrola w domu",
          adult_substances: "Alkohol albo narkotyki u dorosłego",
          adult_mental_health: "Zdrowie psychiczne dorosłego",
          child_mental_health: "Zdrowie psychiczne dziecka albo samookaleczanie",
          missing: "Zaginięcie z domu lub szkoły",
          groomed: "Wykorzystywanie albo uwodzenie przez innych: przestępstwa, „county lines”, internet",
          harm_to_children: "Krzywdzenie innych dzieci",
          unborn: "Zagrożenie dla nienarodzonego dziecka",
          health_needs: "Niezaspokojone potrzeby zdrowotne lub wynikające z niepełnosprawności",
          fabricated_illness: "Choroba zmyślona lub wywołana przez opiekuna",
          forced_marriage: "Przymusowe małżeństwo",
          fgm: "Okaleczenie żeńskich narządów płciowych (FGM), dokonane lub planowane",
          honour: "Przemoc w imię tak zwanego honoru",
          extremism: "Ekstremizm",
          slavery: "Niewolnictwo albo handel ludźmi",
          private_fostering: "Prywatna opieka zastępcza albo nie wiadomo, kto się opiekuje dzieckiem",
          money_housing: "Kryzys finansowy lub mieszkaniowy",
          family_breakdown: "Żałoba albo rozpad rodziny",
          position_of_trust: "Osoba, która pracuje z dziećmi, także jako wolontariusz",
          something_else: "Coś innego",
        },
      },
      other: { label: "Jeśli to coś innego, to co?" },
    },
    errors: { choose: "Proszę zaznaczyć co najmniej jedną obawę. „Coś innego” wystarczy" },
  },
  "what-happened": {
    section: "Co się dzieje",
    title: "Co się stało?",
    notices: {
      missing: {
        heading: "Najpierw proszę powiadomić policję",
        text: [
          "Jeśli dziecko jest teraz zaginione, proszę zadzwonić na policję: 999 albo 101, jeśli zapewne jest bezpieczne. Potem proszę wrócić tutaj.",
        ],
        urgent: true,
      },
      despair: {
        heading: "Jeśli ktoś może teraz odebrać sobie życie",
        text: [
          "Proszę zadzwonić pod 999 albo pod 111 i wybrać opcję 2 (zdrowie psychiczne). Jeśli można, proszę zostać z tą osobą. Potem proszę wrócić tutaj.",
        ],
        urgent: true,
      },
    },
    prompts: [
      "Co Państwo widzieli albo co Państwu powiedziano i kiedy?",
      "Jeśli dziecko coś powiedziało, proszę użyć jego własnych słów.",
      "Skąd to wiadomo? Proszę oddzielić to, co widziano, od tego, co się przypuszcza.",
    ],
    fields: { account: {} },
    errors: { account: "Proszę napisać, co się stało. Kilka słów wystarczy" },
  },
  effect: {
    section: "Co się dzieje",
    title: "Jak to wygląda dla dziecka?",
    intro: ["Każde z tych pól można zostawić puste. Pomagają nam dobrze zdecydować."],
    fields: {
      effect: {
        label: "Jak to wpływa na dziecko?",
        hint: "Na przykład jak się czuje, uczy, śpi, je lub bawi i czego, jak mówi, chce",
      },
      goingWell: { label: "Co idzie dobrze?", hint: "Na przykład kto pomaga i co rodzina robi dobrze" },
      tried: { label: "Czego już próbowano?", hint: "I czy to pomogło" },
    },
    errors: {},
  },
  family: {
    section: "Rodzina",
    title: "Osoba z rodziny lub z domu",
    intro: ["Jeśli nazwisko nie jest znane, proszę wpisać opis, na przykład „nowy partner matki”."],
    list: {
      title: "Rodzina i dom",
      intro: [
        "Proszę opowiedzieć o rodzicach, opiekunach, rodzeństwie i każdym, kto mieszka z dzieckiem lub jest dla niego ważny. Także o rodzicach, którzy mieszkają gdzie indziej.",
      ],
      entry: "Osoba {n}",
      another: "Czy w rodzinie lub w domu jest jeszcze ktoś?",
      options: { yes: "Tak", no: "Nie, to wszyscy, o których wiem", not_known: "Nie wiem, kto tam mieszka" },
      choose: "Proszę wybrać, czy jest jeszcze ktoś",
      add: "Dodaj osobę",
      change: "Zmień",
      remove: "Usuń",
    },
    fields: {
      name: { label: "Imię i nazwisko albo opis" },
      relationship: {
        label: "Kim jest dla dziecka?",
        hint: "Na przykład matka, ojczym albo siostra przyrodnia",
      },
      age: {
        label: "Ile ma lat?",
        options: {
          adult: "18 lub więcej",
          child: "Mniej niż 18",
          about: "Znam przybliżony wiek",
          date: "Znam datę urodzenia",
          not_known: "Nie wiem",
        },
      },
      about: { label: "W jakim mniej więcej wieku?", hint: "Liczba, na przykład 7 albo 35" },
      born: { label: "Data urodzenia", hint: "Na przykład 27 3 1990. Miesiąc proszę wpisać cyframi." },
      lives: { label: "Czy mieszka z dzieckiem?", options: { yes: "Tak", no: "Nie", not_known: "Nie wiem" } },
      responsibility: {
        label: "Czy ma władzę rodzicielską?",
        options: { yes: "Tak", no: "Nie", not_known: "Nie wiem" },
      },
      risk: {
        label: "Zagrożenie",
        options: { yes: "Ta osoba może być zagrożeniem dla dziecka lub dla odwiedzających" },
      },
    },
    errors: {
      name: "Proszę wpisać imię i nazwisko albo opis",
      lives: "Proszę wybrać, czy mieszka z dzieckiem",
      responsibility: "Proszę wybrać, czy ma władzę rodzicielską",
      ...birthErrors,
      about: "Proszę wpisać wiek jako liczbę, na przykład 7, albo wybrać mniej niż 18 lub 18 i więcej",
    },
  },
  parents: {
    section: "Rodzina",
    title: "Czy rodzice lub opiekunowie wiedzą, że Państwo to wysyłają?",
    intro: [
      "Proszę im powiedzieć, chyba że mogłoby to narazić dziecko lub kogoś innego albo utrudnić pracę policji.",
      "Ich zgoda nie jest potrzebna, aby zgłosić obawę, że dziecku grozi krzywda. Jeśli chodzi tylko o wsparcie rodziny, rodzina musi się na nie zgodzić.",
    ],
    variants: { "tell-nobody": { title: "Proszę jeszcze nie mówić rodzinie", intro: [] } },
    notices: {
      "tell-nobody": {
        heading: "Najpierw proszę porozmawiać z nami",
        text: [
          "Z tego, co Państwo napisali, wynika, że powiedzenie rodzinie mogłoby zwiększyć niebezpieczeństwo dla dziecka albo doprowadzić do zniknięcia dowodów. Proszę im nie mówić i nie pytać o zgodę przed rozmową z nami: {phone}.",
        ],
        urgent: true,
      },
      fgm: {
        heading: "Państwa własny obowiązek zgłoszenia FGM policji",
        text: [
          "Czy dziewczynka poniżej 18 lat powiedziała Państwu, że przeszła FGM, albo czy widać było tego oznaki? Nauczyciele oraz pracownicy regulowanych zawodów opieki zdrowotnej i społecznej muszą zgodnie z prawem sami zgłosić to policji. Proszę zadzwonić pod 101 do końca następnego dnia roboczego.",
          "To obowiązek tylko Państwa. Wysłanie tego formularza go nie spełnia i nikt nie może zrobić tego w zastępstwie. Jeśli dziewczynka jest teraz w niebezpieczeństwie, proszę zadzwonić pod 999.",
        ],
      },
    },
    fields: {
      told: {
        label: "Czy rodzice lub opiekunowie wiedzą o wysłaniu tego formularza?",
        options: { yes: "Tak", no: "Nie", not_yet: "Jeszcze nie", not_known: "Nie wiem" },
      },
      said: { label: "Co powiedzieli?" },
      agree: {
        label: "Czy zgadzają się na wsparcie dla rodziny?",
        options: { yes: "Tak", no: "Nie", not_asked: "Nie pytano ich albo nie wiem" },
      },
      reasons: {
        label: "Dlaczego nie?",
        options: {
          risk: "Mogłoby to kogoś narazić",
          police: "Mogłoby to utrudnić pracę policji",
          not_reached: "Nie udało się z nimi skontaktować",
          other: "Inny powód",
        },
      },
      reasonDetail: { label: "Proszę napisać więcej, jeśli można" },
      childTold: {
        label: "Czy dziecko lub młoda osoba wie?",
        options: { yes: "Tak", no: "Nie", too_young: "Jest za małe", not_known: "Nie wiem" },
      },
      childSaid: { label: "Czego chce dziecko?", hint: "Jego własnymi słowami. Można zostawić puste." },
    },
    errors: {
      told: "Proszę wybrać, czy rodzice lub opiekunowie wiedzą",
      reasons: "Proszę zaznaczyć, dlaczego im nie powiedziano, albo napisać to poniżej",
    },
  },
  safety: {
    section: "Rodzina",
    title: "Bezpieczeństwo",
    intro: ["Kto zadzwoni do rodziny lub ją odwiedzi, dowie się tego, co tu napisano."],
    fields: {
      risks: {
        label: "Czy coś sprawia, że telefon lub wizyta nie są bezpieczne?",
        options: {
          violence_or_weapons: "Przemoc albo broń",
          dog: "Pies, który może ugryźć",
          address_secret: "Nikt nie może poznać adresu: schronisko albo ucieczka przed kimś",
          do_not_phone_home: "Proszę nie dzwonić do domu",
          phone_is_read: "Ktoś czyta telefon dziecka lub rodzica",
          someone_listens: "Ktoś może podsłuchiwać albo odebrać",
          other: "Coś innego",
          none: "O niczym mi nie wiadomo",
        },
      },
      detail: { label: "Co powinniśmy wiedzieć i jak bezpiecznie skontaktować się z rodziną?" },
      interpreter: {
        label: "Czy ktoś potrzebuje tłumacza? Jakiego języka?",
        hint: "Także brytyjski język migowy",
      },
      communication: { label: "Czy ktoś potrzebuje pomocy w czytaniu, słyszeniu, mówieniu lub rozumieniu?" },
    },
    errors: {
      choose: "Proszę zaznaczyć, co może być niebezpieczne, albo „O niczym mi nie wiadomo”",
      both: "Proszę zaznaczyć albo „O niczym mi nie wiadomo”, albo inne, nie oba",
    },
  },
  helpers: {
    section: "Coś jeszcze",
    title: "Ktoś, kto pomaga tej rodzinie",
    list: {
      title: "Kto jeszcze pomaga tej rodzinie?",
      intro: [
        "Na przykład szkoła, lekarz rodzinny, pielęgniarka środowiskowa, położna albo pracownik socjalny.",
      ],
      entry: "Osoba pomagająca {n}",
      another: "Czy ktoś jeszcze pomaga tej rodzinie?",
      options: { yes: "Tak", no: "Nie" },
      choose: "Proszę wybrać, czy ktoś jeszcze pomaga tej rodzinie",
      add: "Dodaj osobę",
      change: "Zmień",
      remove: "Usuń",
    },
    fields: {
      name: {
        label: "Nazwisko albo stanowisko",
        hint: "Na przykład „health visitor”, jeśli nazwisko nie jest znane",
      },
      agency: { label: "Organizacja" },
      contact: { label: "Telefon albo e-mail" },
    },
    errors: { name: "Proszę wpisać nazwisko albo stanowisko" },
  },
} satisfies Record<string, QuestionTexts>;
