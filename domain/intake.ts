/** How a contact reached the hub. */
export const channels = ["online", "phone", "police", "api", "letter"] as const;
export type Channel = (typeof channels)[number];

/** Whose words and pages a journey uses. */
export const audiences = ["professional", "public", "family", "young_person"] as const;
export type Audience = (typeof audiences)[number];

/** Languages that every catalogue of words is written in. A new one here is a type error in each that lacks it. */
export const writtenLanguages = ["en", "pl"] as const;
export type WrittenLanguage = (typeof writtenLanguages)[number];

/** Offered once somebody here has read them through. */
export type Translation = Exclude<WrittenLanguage, "en">;
export const translations = writtenLanguages.filter((language): language is Translation => language !== "en");

/** Nobody's language: made from the English so that developers see what right to left and longer words do to a page. */
export const trialLanguage = "ar-XB";

export const languages = [...writtenLanguages, trialLanguage] as const;
export type Language = (typeof languages)[number];

export const dangerAnswers = ["yes", "no", "not_sure"] as const;
export type DangerAnswer = (typeof dangerAnswers)[number];

/** Sex as the census codes it from 2024–25; an unborn child is always U. */
export const sexes = ["M", "F", "U"] as const;
export type Sex = (typeof sexes)[number];

/**
 * Whether a child in a contact is one we decide about ("subject"), was named as living in the household and not
 * settled yet ("household"), or was looked at and set aside with a reason ("considered").
 */
export const standings = ["subject", "household", "considered"] as const;
export type Standing = (typeof standings)[number];
