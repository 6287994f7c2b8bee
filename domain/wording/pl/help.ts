/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
const privacy = {
  title: "Prywatność",
  parts: [
    {
      text: [
        "Za to, co tu wpisano, odpowiada {authority}. Używamy tego, aby zdecydować, jak pomagać dzieciom i je chronić.",
        "Gminy mają prawny obowiązek sprawdzać obawy o dzieci. Nie potrzebujemy do tego niczyjej zgody, ale mówimy rodzinom, co o nich przechowujemy, chyba że mogłoby to kogoś narazić.",
      ],
    },
    {
      heading: "Co przechowujemy",
      points: [
        "To, co wpisano, jest szyfrowane przed zapisaniem.",
        "Dane osoby, która pisze, są przechowywane osobno od reszty. Mało kto może je otworzyć, a każde otwarcie jest odnotowywane.",
        "Formularz, który zaczęto i nie wysłano, jest usuwany po siedmiu dniach. Nikt u nas go nie czyta.",
        "Wysłany formularz jest przechowywany tak długo, jak wymaga prawo o aktach dzieci.",
      ],
    },
    {
      heading: "Kto to widzi",
      text: [
        "Przeszkoleni pracownicy, którzy przyjmują obawy o dzieci. Jeśli trzeba chronić dziecko, mogą pytać lub powiadomić szkoły, służbę zdrowia i policję.",
        "Niczego nie sprzedajemy, nie używamy tego do reklamy i na tych stronach nie działa kod innych firm.",
      ],
    },
    {
      heading: "Prawa",
      text: [
        "Można zapytać, co o kimś przechowujemy, i poprosić o poprawienie. Proszę zadzwonić pod numer poniżej. Można złożyć skargę do Information Commissioner’s Office.",
      ],
    },
  ],
};

const cookies = {
  title: "Pliki cookie",
  parts: [
    {
      text: [
        "Plik cookie to mały plik, który strona zachowuje w przeglądarce. Używamy jednego dla każdego formularza i bez niego formularz nie działa.",
        "Dzięki niemu ta przeglądarka, i żadna inna, może otworzyć zaczęty formularz. Zawiera losowy klucz i nic o osobie. Znika po zamknięciu przeglądarki.",
        "Po wybraniu języka inny plik zachowuje, który to język. Znika po zamknięciu przeglądarki lub po naciśnięciu czerwonego przycisku.",
        "Osoby, które tu pracują, otrzymują jeszcze jeden po zalogowaniu. Nie liczymy odwiedzin i nikt inny nie ustawia tu plików cookie.",
      ],
    },
  ],
};

const accessibility = {
  title: "Dostępność",
  parts: [
    {
      text: [
        "Chcemy, aby każdy mógł korzystać z tych stron. Wszystko powinno działać z klawiaturą, z czytnikiem ekranu, w każdym powiększeniu, na małym telefonie i bez JavaScriptu.",
      ],
    },
    {
      heading: "Jak sprawdzamy",
      text: [
        "Strony są zbudowane z części GOV.UK Design System i przy każdej zmianie programu każda strona jest automatycznie sprawdzana z wytycznymi WCAG 2.2 na poziomie AA.",
        "Automat nie znajdzie wszystkiego. Tych stron nie sprawdziły jeszcze osoby, które używają technologii wspomagających, więc nie twierdzimy, że w pełni spełniają wytyczne.",
      ],
    },
    {
      heading: "Jeśli coś nie działa",
      text: [
        "Proszę zadzwonić pod numer poniżej i powiedzieć nam wszystko przez telefon: nie trzeba używać formularza. Proszę też powiedzieć, co nie zadziałało, abyśmy mogli to naprawić.",
        "W razie niezadowolenia z naszej odpowiedzi można zwrócić się do Equality Advisory and Support Service.",
      ],
    },
  ],
};

export const helpWords = { privacy, cookies, accessibility };
