import { Button, CharacterCount, Checkboxes, createAll, ErrorSummary, SkipLink } from "govuk-frontend";

// govuk-frontend looks for this before it starts anything.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, SkipLink] as const) {
  createAll(component);
}
