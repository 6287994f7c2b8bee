import { createContext } from "react";

/** What the document needs from the answer that carries it. */
export type PageContext = {
  nonce: string;
  /** The address of the browser's module. */
  script: string;
  /** The page shows a form again because something in it was wrong. */
  wrong: boolean;
  /** The page shows a form that was kept while its session was locked. */
  restored: boolean;
};

export const PageContext = createContext<PageContext>({
  nonce: "",
  script: "",
  wrong: false,
  restored: false,
});
