import type { QuestionTexts } from "../question.ts";

/** What is reported on; an unreviewed draft of a translation, as everything beside it. */
export const professionalFacts = {
  facts: {
    section: "Coś jeszcze",
    title: "Dane do sprawozdań",
    intro: ["Rząd wymaga ich od gmin. Nie zmieniają naszej decyzji i każde z nich można pominąć."],
    fields: {
      ethnicity: {
        label: "Pochodzenie etniczne",
        options: {
          "": "Proszę wybrać albo zostawić",
          WBRI: "Białe brytyjskie",
          WIRI: "Białe irlandzkie",
          WIRT: "Wędrowcy pochodzenia irlandzkiego",
          WROM: "Romskie",
          WOTH: "Inne białe",
          MWBC: "Białe i czarne karaibskie",
          MWBA: "Białe i czarne afrykańskie",
          MWAS: "Białe i azjatyckie",
          MOTH: "Inne mieszane",
          AIND: "Indyjskie",
          APKN: "Pakistańskie",
          ABAN: "Bengalskie",
          AOTH: "Inne azjatyckie",
          BCRB: "Czarne karaibskie",
          BAFR: "Czarne afrykańskie",
          BOTH: "Inne czarne",
          CHNE: "Chińskie",
          OOTH: "Inna grupa etniczna",
          REFU: "Wolą nie mówić",
          NOBT: "Nie wiem",
        },
      },
      language: { label: "Pierwszy język", hint: "Jeśli nie wiadomo, proszę zostawić puste" },
      disabilities: {
        label: "Niepełnosprawność",
        options: {
          NONE: "Brak niepełnosprawności",
          MOB: "Poruszanie się",
          HAND: "Używanie rąk",
          PC: "Mycie się, ubieranie się lub jedzenie",
          INC: "Kontrola pęcherza lub jelit",
          COMM: "Mówienie lub bycie rozumianym",
          LD: "Uczenie się",
          HEAR: "Słuch",
          VIS: "Wzrok",
          BEH: "Zachowanie",
          CON: "Napady lub utrata przytomności",
          AUT: "Autyzm",
          DDA: "Inna niepełnosprawność",
          not_known: "Nie wiem",
        },
      },
      specialNeeds: {
        label: "Szczególne potrzeby edukacyjne",
        options: {
          none: "O żadnych mi nie wiadomo",
          support: "Otrzymuje wsparcie",
          plan: "Ma plan edukacji, zdrowia i opieki (EHC plan)",
          not_known: "Nie wiem",
        },
      },
    },
    errors: {
      disabilities: "Proszę zaznaczyć samo „Brak niepełnosprawności” lub „Nie wiem” albo zaznaczyć inne",
    },
  },
} satisfies Record<string, QuestionTexts>;
