/** Stands for a letter that the font does not have. */
const sign = "\u25a1";

/**
 * Makes text ready to be drawn with one font, and remembers whether something could not be shown.
 * @param has whether the font has this character
 */
export function showable(has: (letter: number) => boolean) {
  let lost = false;
  const shown = (letter: string): string => {
    if (letter === "\n" || has(letter.codePointAt(0) ?? 0)) return letter;
    // Joins, marks of direction and of variants: nothing that anybody would miss.
    if (/\p{Default_Ignorable_Code_Point}|\p{Cc}/u.test(letter)) return "";
    lost = true;
    return sign;
  };
  return {
    sign,
    text: (typed: string): string =>
      [...typed.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "    ")].map(shown).join(""),
    /** Whether the sign stands for something. */
    lost: () => lost,
  };
}
