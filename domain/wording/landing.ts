import type { WrittenLanguage } from "../intake.ts";
import * as polish from "./pl/landing.ts";

/** Who somebody says they are on the first page, in the order shown. */
export const landingChoices = ["young_person", "family", "public", "professional", "talk"] as const;

const en = {
  title: "Worried about a child, or need help?",
  who: "Who are you?",
  choices: {
    young_person: "I am under 18",
    family: "I am a parent or carer and want help for my family",
    public: "I am worried about a child I know or have seen",
    professional: "I work with children or families",
    talk: "I want to talk to someone",
  },
  hints: { professional: "Such as a school, health service, police or charity" },
  /** `{link}` leads to the page for adding. */
  before: "Did you send us something before? {link}",
  beforeLink: "Add to it",
  /** Professionals never get the words that adding asks for. */
  atWork: "If you work with children: {open}, or {advice}.",
  atWorkOpen: "open what you sent",
  atWorkAdvice: "ask for advice first",
  choose: "Choose who you are, so that we can show you the right page",
} as const;

const professionalStart = {
  title: "Tell us about a child you are worried about",
  intro:
    "Use this form if you work with children or families. It takes about 12 minutes. One form can be about all the children of a family.",
  before: "Before you start",
  points: [
    "You do not need every fact. Say “I do not know” wherever that is true.",
    "Every page is kept when you press Continue. Nothing reaches us until you press send.",
    "Once we know the child, where they are and your worry, you can send at once and add the rest later.",
    "A form that you have not sent stays for seven days. With a code to your work email you can go on with it on another device.",
  ],
  deadline: "A manager will decide what happens next within one working day of your sending it.",
  start: "Start now",
} as const;

const talk = {
  title: "Talk to someone",
  call: {
    heading: "What a call is like",
    points: [
      "You do not need proof, and you do not have to give your name.",
      "We ask what you saw or heard, and where the child is.",
      "We tell you what we will do next.",
    ],
  },
  helplines: "Others to talk to",
  checked: "We last checked these numbers on {day}.",
} as const;

type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Widened<Each>[]
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export const landingWords: Record<WrittenLanguage, Widened<typeof en>> = { en, pl: polish.landingWords };
export const professionalStartWords: Record<WrittenLanguage, Widened<typeof professionalStart>> = {
  en: professionalStart,
  pl: polish.professionalStartWords,
};
export const talkWords: Record<WrittenLanguage, Widened<typeof talk>> = {
  en: talk,
  pl: polish.talkWords,
};
