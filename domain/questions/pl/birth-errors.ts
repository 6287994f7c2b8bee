/** What can be wrong with when somebody was or will be born. */
export const birthErrors = {
  age: "Proszę podać wiek albo zaznaczyć, że nie jest znany",
  about: "Proszę wpisać przybliżony wiek, na przykład 7 albo 18 miesięcy",
  "birth-missing": "Proszę wpisać datę urodzenia albo wybrać inny sposób podania wieku",
  "birth-part": "Data urodzenia musi mieć dzień, miesiąc i rok",
  "birth-wrong": "Proszę sprawdzić datę urodzenia: nie ma takiej daty",
  "birth-range": "Data urodzenia nie może być w przyszłości ani dawniej niż 120 lat temu",
  "due-missing": "Proszę wpisać, kiedy dziecko ma się urodzić",
  "due-part": "Data porodu musi mieć dzień, miesiąc i rok. Można ją też zostawić pustą",
  "due-wrong": "Proszę sprawdzić datę porodu: nie ma takiej daty",
  "due-range": "Proszę sprawdzić datę porodu: jest zbyt odległa jak na ciążę",
};
