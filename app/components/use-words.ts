import { useContext } from "react";
import type { Language, WrittenLanguage } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { PageContext } from "../page-context.ts";

/** What this page is read in. */
export const useLanguage = (): Language => useContext(PageContext).language;

/** The words of a catalogue in the language of this page. */
export const useWords = <Words extends object>(catalogue: Readonly<Record<WrittenLanguage, Words>>): Words =>
  wordsIn(catalogue, useLanguage());
