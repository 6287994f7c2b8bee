import { createContext } from "react";
import type { Language } from "#domain/intake";
import type { Typed } from "./http/form.ts";

/** What the document needs from the answer that carries it. */
export type PageContext = {
  nonce: string;
  /** The address of the browser's module. */
  script: string;
  /** The page shows a form again because something in it was wrong. */
  wrong: boolean;
  /** The page shows a form that was kept: while its session was locked, or as it was typed and never sent. */
  restored: "locked" | "unsent" | null;
  /** What was kept as it was typed, and stands in the page's form now. */
  unsent: readonly string[];
  language: Language;
  offered: readonly Language[];
  /** What stood in the page's form when it was asked for in another language; null for the page as it is. */
  typed: Typed | null;
};

export const PageContext = createContext<PageContext>({
  nonce: "",
  script: "",
  wrong: false,
  restored: null,
  unsent: [],
  language: "en",
  offered: ["en"],
  typed: null,
});
