import { contactBytesAtMost, fileBytesAtMost, filesAtMost } from "../../files/limits.ts";

const megabytes = (bytes: number) => bytes / 1024 / 1024;
const kinds = "PDF, obraz JPEG lub PNG, dokument Worda (DOCX) albo zwykły tekst";

/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const fileWords = {
  title: "Pliki",
  intro: [
    "Zdjęcia, mapy ciała, chronologia albo cokolwiek, co pomoże. Formularz można wysłać bez plików.",
    "Z obrazów usuwamy informacje o tym, gdzie, kiedy i jakim telefonem je zrobiono.",
    "Plik PDF lub dokument Worda pozostaje bez zmian. Może zawierać nazwisko autora, usunięty tekst i miejsce zrobienia wstawionego zdjęcia. Proszę go najpierw przejrzeć albo wysłać jego zdjęcie.",
  ],
  label: "Proszę wybrać plik",
  hint: `Może to być ${kinds}, najwyżej ${megabytes(fileBytesAtMost)} MB. Po jednym naraz, razem najwyżej ${filesAtMost}`,
  upload: "Prześlij",
  listed: "Pliki dołączone do tego formularza",
  remove: "Usuń",
  kinds: { pdf: "PDF", jpeg: "obraz JPEG", png: "obraz PNG", docx: "dokument Worda", text: "zwykły tekst" },
  sizes: { small: "{size} KB", large: "{size} MB" },
  full: `Liczba dodanych plików to ${filesAtMost}, tyle, ile mieści jeden formularz. O pozostałych proszę powiedzieć przez telefon.`,
  heldTag: "Zatrzymany",
  held: "Kontrola antywirusowa coś w nim znalazła. Proszę go usunąć i wysłać jego treść w inny sposób. Formularz na tym nie ucierpi.",
  problems: {
    "none-chosen": "Najpierw proszę wybrać plik",
    "one-at-a-time": "Proszę wybierać po jednym pliku",
    empty: "Plik jest pusty. Proszę wybrać inny",
    "too-large": `Plik jest większy niż ${megabytes(fileBytesAtMost)} MB. Proszę wysłać mniejszy albo zadzwonić`,
    "too-many": `Największa liczba plików w formularzu to ${filesAtMost}. Proszę najpierw jeden usunąć albo zadzwonić`,
    "too-much": `Wszystkie pliki razem są większe niż ${megabytes(contactBytesAtMost)} MB. Proszę najpierw jeden usunąć albo zadzwonić`,
    "wrong-kind": `Nie możemy przyjąć takiego pliku, bez względu na końcówkę nazwy. Dozwolone: ${kinds}`,
    heic: "To obraz HEIC, z którego nie możemy usunąć miejsca zrobienia. Proszę wysłać go jako JPEG: w ustawieniach aparatu wybrać „Najwyższa zgodność” albo zrobić zrzut ekranu",
    "not-text":
      "W tekście są znaki, których nie możemy odczytać. Proszę zapisać go jako PDF albo zwykły tekst w UTF-8",
    damaged:
      "Plik jest uszkodzony albo dotarła tylko jego część. Proszę go otworzyć, zapisać ponownie i wysłać",
    "too-many-pixels":
      "Obraz ma więcej pikseli, niż przyjmujemy. Proszę go zmniejszyć albo zrobić zrzut ekranu",
    protected: "Plik ma hasło. Proszę zapisać go bez hasła: jest wysyłany bezpiecznym łączem",
    "has-macros": "Dokument ma makra albo osadzone obiekty. Proszę zapisać go jako PDF i wysłać",
    "too-often":
      "W ostatniej godzinie z tej sieci przyszło wiele plików. Proszę wysłać formularz bez tego pliku i powiedzieć przez telefon, co w nim jest",
    unreadable: "Plik nie dotarł tak, jak wysyła przeglądarka. Proszę wybrać go ponownie",
  },
};
