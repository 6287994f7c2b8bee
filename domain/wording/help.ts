import type { WrittenLanguage } from "../intake.ts";
import { helpWords as pl } from "./pl/help.ts";

/** A page of plain reading: headings with paragraphs and lists under them. */
export type Reading = {
  title: string;
  parts: readonly { heading?: string; text?: readonly string[]; points?: readonly string[] }[];
};

const privacy: Reading = {
  title: "Privacy",
  parts: [
    {
      text: [
        "{authority} is responsible for what you type here. We use it to decide how to help and protect children.",
        "Councils have a duty in law to look into worries about children. We do not need anybody’s consent to do that, but we tell families what we hold about them unless telling them would put somebody at risk.",
      ],
    },
    {
      heading: "What we keep",
      points: [
        "What you type is locked with encryption before it is stored.",
        "Your own details are kept apart from the rest. Few people can open them, and each time is recorded.",
        "A form that you start and do not send is deleted after seven days. Nobody here reads it.",
        "A form that you send is kept for as long as the law asks for children’s records.",
      ],
    },
    {
      heading: "Who sees it",
      text: [
        "Trained staff who take in worries about children. Where it is needed to keep a child safe they may ask or tell schools, health services and the police.",
        "We do not sell anything, we do not use it for advertising, and no other company’s code runs on these pages.",
      ],
    },
    {
      heading: "Your rights",
      text: [
        "You can ask what we hold about you and ask us to put it right. Call us on the number below. You can complain to the Information Commissioner’s Office.",
      ],
    },
  ],
};

const cookies: Reading = {
  title: "Cookies",
  parts: [
    {
      text: [
        "A cookie is a small file that a website keeps in your browser. We use one for each form, and the form cannot work without it.",
        "It lets this browser, and no other, open the form that you started. It holds a random key and nothing about you. It goes when you close the browser.",
        "If you choose a language, another one holds which. It goes when you close the browser, or press the red button.",
        "People who work here get one more when they sign in. We do not count visits and nobody else sets cookies here.",
      ],
    },
  ],
};

const accessibility: Reading = {
  title: "Accessibility",
  parts: [
    {
      text: [
        "We want everybody to be able to use these pages. You should be able to do everything with a keyboard, with a screen reader, at any zoom, on a small phone and with JavaScript turned off.",
      ],
    },
    {
      heading: "How we check",
      text: [
        "The pages are built with the parts of the GOV.UK Design System, and every page is checked by a machine against the Web Content Accessibility Guidelines 2.2 at level AA each time the software changes.",
        "A machine cannot find everything. These pages have not been tested yet by people who use assistive technology, so we do not claim to meet the guidelines in full.",
      ],
    },
    {
      heading: "If something does not work for you",
      text: [
        "Call us on the number below and tell us on the phone instead: you do not have to use the form. Please also tell us what went wrong, so that we can mend it.",
        "If you are not happy with our answer, contact the Equality Advisory and Support Service.",
      ],
    },
  ],
};

export const helpPages = ["privacy", "cookies", "accessibility"] as const;
export type HelpPage = (typeof helpPages)[number];
export const helpWords: Record<WrittenLanguage, Record<HelpPage, Reading>> = {
  en: { privacy, cookies, accessibility },
  pl,
};
