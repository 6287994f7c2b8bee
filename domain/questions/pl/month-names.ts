/** As they stand in a date, and by themselves. Unreviewed draft of a translation: docs/decisions/024-languages.md. */
export const monthNames: readonly (readonly string[])[] = [
  ["stycznia", "styczeń"],
  ["lutego", "luty"],
  ["marca", "marzec"],
  ["kwietnia", "kwiecień"],
  ["maja", "maj"],
  ["czerwca", "czerwiec"],
  ["lipca", "lipiec"],
  ["sierpnia", "sierpień"],
  ["września", "wrzesień"],
  ["października", "październik"],
  ["listopada", "listopad"],
  ["grudnia", "grudzień"],
];
