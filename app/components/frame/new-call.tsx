import { href } from "../../href.ts";

/** A call begins from wherever somebody is: their phone rings, and its clock runs from the press. */
export function NewCall() {
  return (
    <form method="post" action={href("hub.calls")}>
      <button
        type="submit"
        className="app-button-link govuk-!-font-size-16"
        data-module="govuk-button"
        data-prevent-double-click="true"
      >
        New phone contact
      </button>
    </form>
  );
}
