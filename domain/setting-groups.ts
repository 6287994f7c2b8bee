import { sourcedKeys, type SettingKey } from "./settings.ts";

/** What an administrator changes together: one form and one history each. */
export const settingGroups = [
  "hub",
  "holidays",
  "words",
  "targets",
  "statutory",
  "retention",
  "helplines",
  "police",
  "languages",
  "screens",
] as const;
export type SettingGroup = (typeof settingGroups)[number];

export const isSettingGroup = (name: string): name is SettingGroup =>
  (settingGroups as readonly string[]).includes(name);

type GroupFacts = { title: string; says: string; keys: readonly SettingKey[] };

/** Every setting but the time zone, which is not for changing, is in exactly one of them. */
export const groupFacts: Record<SettingGroup, GroupFacts> = {
  hub: {
    title: "Opening hours and numbers",
    says: "What every public page says about who answers, and when. Deadlines are counted from the same hours; those that run already stay as they are.",
    keys: ["authorityName", "phones", "openingHours", "postcodeAreas", "neighbours", "exitUrl"],
  },
  holidays: {
    title: "Bank holidays",
    says: "The published bank holidays of England are built in. Here are days that count as one beside them: a day of mourning, or a day on which your hub is closed.",
    keys: ["extraBankHolidays"],
  },
  words: {
    title: "Levels and names",
    says: "What things are called here. What is decided already takes on the new name.",
    keys: ["levels", "familyCafLabel", "ratingMeanings"],
  },
  targets: {
    title: "Ratings and clocks",
    says: "How long things may take. Deadlines that run already stay as they are.",
    keys: [
      "bragHours",
      "ratingMinutes",
      "repeatRule",
      "repeatMonths",
      "secondLookOneIn",
      "leaseMinutes",
      "familyKeptMinutes",
      "feedbackDelayMinutes",
      "outOfHoursAckMinutes",
      "cafFirstContactWorkingDays",
      "callTries",
      "callTimesOfDay",
      "cafStartCheckWeeks",
      "cafStartsPerMonth",
      "cafQuietMonths",
      "acceptReferralWorkingHours",
      "allocateWorkingHours",
      "caseloadAspiration",
      "assessmentFirstReviewWorkingDays",
      "assessmentSecondReviewWorkingDays",
      "openCaseAcknowledgeMinutes",
      "openCaseEscalateMinutes",
      "openCasesStaleHours",
      "bundleDays",
      "transferReceiptWorkingHours",
      "strategyNowMinutes",
      "strategyWithinHours",
      "strategyChaseMinutes",
      "strategyReconveneHours",
      "strategyAgreeHours",
      "requestChasePercent",
      "requestChaseLateMinutes",
    ],
  },
  statutory: {
    title: "Numbers of law and guidance",
    says: "Each with where it comes from and the day on which somebody looks again. A local target may be shorter than the law's; the form takes none that is longer.",
    keys: [...sourcedKeys, "sources"],
  },
  retention: {
    title: "How long contacts are kept",
    says: "By what was decided; the longest of a contact's children counts. Nothing is erased by a change here: the records officers look at what is past its time, and two of them confirm it.",
    keys: ["retention"],
  },
  helplines: {
    title: "Helplines",
    says: "Helplines that public pages may name. Ring each, or look at its own website, every three months.",
    keys: ["helplines"],
  },
  police: {
    title: "Files of police notices",
    says: "How many one officer may upload in a day, so that a program that runs wild does not fill triage. A notice that needs action is telephoned, or sent by itself: those are not counted.",
    keys: ["policeFilesPerDay"],
  },
  languages: {
    title: "Languages",
    says: "In which languages public pages, and emails to senders, can be read. What comes with the product is a draft that nobody has checked: offer it once somebody who speaks the language and knows the work has read all of it through. Switched off, it is gone within ten seconds; a form that was begun in it goes on in English, with everything that was typed.",
    keys: ["languages"],
  },
  screens: {
    title: "Locking and signing out",
    says: "How long a screen may be left alone.",
    keys: ["lockMinutes", "signOutMinutes"],
  },
};

export function groupOf(key: SettingKey): SettingGroup | null {
  return settingGroups.find((group) => groupFacts[group].keys.includes(key)) ?? null;
}
