import { createAll, ExitThisPage } from "govuk-frontend";

/** The red button hides the page in the moment in which it is pressed; Shift three times presses it. */
export function start(): void {
  createAll(ExitThisPage);
  // Some browsers show a page from memory again although it says that it is not to be kept.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}
