import type { Helpline } from "#domain/settings";
import { helplineWords } from "#domain/wording/helplines";
import { filled } from "#domain/wording/site";
import { PhoneLink } from "../phone-link.tsx";
import { useWords } from "../use-words.ts";

/** Helplines with their hours where somebody checked them; nothing is said of hours that nobody did. */
export function HelplineList({ helplines }: { helplines: readonly Helpline[] }) {
  const words = useWords(helplineWords);
  if (helplines.length === 0) return null;
  return (
    <ul className="govuk-list">
      {helplines.map(({ id, name, number, hours, checkedOn }) => (
        <li key={id}>
          {name}: <PhoneLink number={number} />
          {hours !== null && checkedOn !== null && filled(words.hours, { hours })}
        </li>
      ))}
    </ul>
  );
}
