/** Class names in one attribute; what is absent leaves no gap. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(" ");
