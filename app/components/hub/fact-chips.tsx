import type { FactChip } from "#domain/fact-chips";

/** Facts that somebody gave; each says which answer it comes from when it is asked. */
export function FactChips({ chips }: { chips: readonly FactChip[] }) {
  return (
    <ul className="app-chips">
      {chips.map((chip) => (
        <li className="app-chips__chip" key={chip.text} title={`Answer to: ${chip.from}`}>
          {chip.text}
        </li>
      ))}
    </ul>
  );
}
