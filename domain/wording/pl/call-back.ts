import { additionWords } from "./short.ts";

/** Unreviewed draft of a translation: docs/decisions/024-languages.md says how it comes to be offered. */
export const callBackWords = {
  title: "Najpierw porada",
  intro:
    "Proszę powiedzieć, kiedy mamy zadzwonić. Ktoś z naszego zespołu porozmawia z Państwem o obawie i powie, co można zrobić.",
  noNames: "Proszę nie podawać imienia dziecka ani niczego, po czym można je rozpoznać. Przez telefon można.",
  now: "Jeśli nie może to czekać, proszę zadzwonić teraz: {phone}.",
  closed:
    "Teraz jest zamknięte i zadzwonimy, gdy znów otworzymy. Jeśli nie może to czekać, proszę zadzwonić pod {phone}: ktoś jest tam o każdej porze.",
  danger: {
    label: additionWords.danger,
    options: additionWords.dangers,
    hint: "Jeśli tak może być, proszę nie czekać na nasz telefon",
  },
  name: { label: "Imię i nazwisko" },
  organisation: { label: "Miejsce pracy", hint: "Na przykład nazwa szkoły lub przychodni" },
  phone: { label: "Numer, pod którym można zastać Państwa bezpośrednio" },
  about: {
    label: "O co chodzi?",
    options: {
      whether_to_refer: "Czy zgłosić dziecko",
      what_to_tell: "Co powiedzieć rodzicom i czy muszą się zgodzić",
      early_help: "Jaka pomoc jest dla rodziny, która jej chce",
      sharing: "Co i z kim wolno mi omawiać",
      position_of_trust: "Obawa dotycząca osoby, która pracuje z dziećmi",
      other: "Coś innego",
    },
  },
  slot: { label: "Kiedy mamy zadzwonić?" },
  send: "Poproś o telefon",
  refer: "Jeśli już wiadomo, że chodzi o zgłoszenie dziecka, proszę użyć formularza",
  errors: {
    danger: "Proszę wybrać: tak, nie albo brak pewności",
    name: "Proszę wpisać imię i nazwisko",
    organisation: "Proszę wpisać miejsce pracy",
    phone: "Proszę wpisać numer, pod który mamy zadzwonić",
    about: "Proszę wybrać, o co chodzi",
    slot: "Proszę wybrać, kiedy mamy zadzwonić. Minione godziny nie są już dostępne",
    key: "Proszę otworzyć tę stronę ponownie i poprosić jeszcze raz",
    "too-long": "To jest za długie. Proszę napisać to krócej",
    control: "Jest tu znak, którego nie możemy zachować. Proszę wpisać to ponownie",
  },
  asked: {
    title: "Zadzwonimy",
    when: "Zadzwonimy: {when}.",
    again: "Jeśli nikt nie odbierze, spróbujemy ponownie.",
    late: "Czas naszego telefonu minął. Jeśli nikt nie zadzwonił, proszę zadzwonić pod {phone}.",
    danger:
      "Z odpowiedzi wynika, że dziecko jest lub może być w niebezpieczeństwie. Proszę na nas nie czekać: jeśli to dzieje się teraz, proszę zadzwonić pod 999, a potem do nas: {phone}.",
    worse:
      "Jeśli nie może to dłużej czekać, proszę zadzwonić pod {phone}. Jeśli dziecko jest teraz w niebezpieczeństwie, proszę zadzwonić pod {emergency}.",
  },
};
