import { ratingFace, type Rating, type RatingFace } from "#domain/rating";

/** A shape beside the letter and the word, so that print, greyscale and forced colours lose nothing. */
function Shape({ shape }: Pick<RatingFace, "shape">) {
  const outline = { fill: "none", stroke: "currentColor", strokeWidth: 2 };
  const shapes = {
    "filled-square": <rect x="1" y="1" width="14" height="14" fill="currentColor" />,
    "filled-triangle": <path d="M8 1l7.5 14h-15z" fill="currentColor" />,
    "filled-circle": <circle cx="8" cy="8" r="7" fill="currentColor" />,
    "outline-circle": <circle cx="8" cy="8" r="6.5" {...outline} />,
    "dashed-box": <rect x="2" y="2" width="12" height="12" {...outline} strokeDasharray="3 2" />,
  };
  return (
    <svg
      className="app-rating__shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[shape]}
    </svg>
  );
}

/** "[R] Red – act now". */
export function RatingTag({ rating, call = false }: { rating: Rating | null; call?: boolean | undefined }) {
  const face = ratingFace(rating);
  return (
    <span className="app-rating">
      <strong className={`govuk-tag ${face.tagClass} app-rating__tag`}>
        <Shape shape={face.shape} />
        {rating === null ? face.word : `${face.letter} ${face.word}`}
      </strong>
      {call && face.call !== "" && <span className="app-rating__call">{face.call}</span>}
    </span>
  );
}
