import type { ClockFace } from "#domain/clock-face";

/** Drawn in a neutral colour: bright ones belong to risk. The words say the same, so nobody needs to see it. */
function Bar({ spent }: Pick<ClockFace, "spent">) {
  return (
    <svg
      className="app-clock__bar"
      viewBox="0 0 62 8"
      width="62"
      height="8"
      aria-hidden="true"
      focusable="false"
    >
      {[0, 1, 2, 3, 4, 5].map((part) => (
        <rect
          key={part}
          className={part < spent ? "app-clock__part app-clock__part--spent" : "app-clock__part"}
          x={part * 10 + 1}
          y="1"
          width="9"
          height="6"
        />
      ))}
    </svg>
  );
}

/** "Decide by today 3:40pm", then "2h 10m left" in opening time. The exact moment is in the markup. */
export function ClockWords({ label, face }: { label: string; face: ClockFace }) {
  const { left } = face;
  return (
    <span className={`app-clock app-clock--${left.band}`}>
      {left.tag !== null && (
        <strong
          className={`govuk-tag ${left.tag === "Late" ? "govuk-tag--red" : "govuk-tag--grey"} app-clock__tag`}
        >
          {left.tag}
        </strong>
      )}
      <span className="app-clock__by">
        {label} <time dateTime={face.dueAt.toISOString()}>{face.by}</time>
      </span>
      <span className="app-clock__left">{left.words}</span>
      <Bar spent={face.spent} />
    </span>
  );
}
