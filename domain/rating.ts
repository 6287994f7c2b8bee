/** The codes in the order of urgency. People rate; nothing here guesses a rating. */
export const ratingCodes = ["R", "A", "G", "B"] as const;
export type Rating = (typeof ratingCodes)[number];

export type RatingFace = {
  letter: string;
  word: string;
  /** Said beside the word: what the colour asks for; "" where there is nothing to add to the word. */
  call: string;
  /** A shape as well as a letter and a word, so that print and forced colours lose nothing. */
  shape: "filled-square" | "filled-triangle" | "filled-circle" | "outline-circle" | "dashed-box";
  /** 0 comes first. */
  order: number;
  tagClass: string;
  meaning: string;
};

export const ratingFaces: Record<Rating, RatingFace> = {
  R: {
    letter: "R",
    word: "Red",
    call: "act now",
    shape: "filled-square",
    order: 0,
    tagClass: "govuk-tag--red",
    meaning: "Significant harm is likely or happening",
  },
  A: {
    letter: "A",
    word: "Amber",
    call: "today",
    shape: "filled-triangle",
    order: 1,
    tagClass: "govuk-tag--orange",
    meaning: "A serious worry that needs checks",
  },
  G: {
    letter: "G",
    word: "Green",
    call: "help early",
    shape: "filled-circle",
    order: 2,
    tagClass: "govuk-tag--green",
    meaning: "Needs help, not harm",
  },
  B: {
    letter: "B",
    word: "Blue",
    call: "advice",
    shape: "outline-circle",
    order: 3,
    tagClass: "govuk-tag--blue",
    meaning: "Information, or help that anyone can have",
  },
};

/** What stands where a rating will stand. Sorted by the queue's own rule, never after Blue. */
export const notRated: RatingFace = {
  letter: "–",
  word: "Not rated",
  call: "",
  shape: "dashed-box",
  order: -1,
  tagClass: "govuk-tag--grey",
  meaning: "Nobody has rated this yet",
};

export function ratingFace(rating: Rating | null): RatingFace {
  return rating === null ? notRated : ratingFaces[rating];
}

export function isRating(value: unknown): value is Rating {
  return typeof value === "string" && (ratingCodes as readonly string[]).includes(value);
}
