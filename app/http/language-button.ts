/** The name of the buttons that ask for a page in another language. */
export const languageButton = "readIn";
