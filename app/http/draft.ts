import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { elsewhere, postcodeIn } from "#domain/area";
import { canSendEarly, canVisit, firstToDo, journeyOf, type Journey, type Place } from "#domain/journeys";
import { answerTo, fieldOf, type Answers } from "#domain/questions/answers";
import type { Reading } from "#domain/questions/snapshot";
import { wordsIn } from "#domain/language";
import { filled, siteWords } from "#domain/wording/site";
import { isAtHome } from "#domain/wording/at-home";
import type { Language } from "#domain/intake";
import { networkOf } from "#domain/client-network";
import { localDate } from "#domain/time-words";
import type { Context } from "#services/context";
import { readDraft } from "#services/drafts/read-draft";
import { Conflict } from "#services/errors";
import { href, type RouteName } from "../href.ts";
import { guard, handled, refusal, seeOther } from "./guard.ts";
import { draftCookieOf, senderCookieOf } from "./session.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** A draft that an address names, and the secrets of this browser; whether they belong together the service finds out. */
export type NamedDraft = {
  context: Context;
  access: { draftId: string; secret: string | null; sender: string | null; language: Language };
  /** Which network asks, for what is limited by it. */
  network: string;
  params: Readonly<Record<string, string>>;
};

/** A draft as its pages see it: whose words, which questions, what was answered. */
export type Form = NamedDraft & {
  journey: Journey;
  answers: Answers;
  reading: Reading;
  sent: Awaited<ReturnType<typeof readDraft>>["sent"];
  /** The language in which it was last saved; maybe in another browser. */
  begunIn: Language;
};

/**
 * Whoever left fast and is followed by somebody who presses Back: the page does not say what was here. Only in a browser in
 * which somebody gave an address at work, which leaving fast forgets, it leads to the forms of that address.
 */
const notHere = (sender: string | null) => refusal(404, { neutral: true, forms: sender !== null });

/** The same, for a form that is not this browser's or not there any more. */
async function orNotHere<Result>(sender: string | null, run: () => Promise<Result>): Promise<Result> {
  try {
    return await handled(run);
  } catch (error) {
    throw error instanceof Response && error.status === 404 ? notHere(sender) : error;
  }
}

/** @throws Response 404 in a browser that has neither the draft's cookie nor a sender's */
export async function namedDraft(args: Arguments, name: RouteName): Promise<NamedDraft> {
  const { context, params, language } = await guard(args, name);
  const secret = draftCookieOf(args.request, context);
  const sender = senderCookieOf(args.request, context);
  if (secret === null && sender === null) throw notHere(sender);
  const network = networkOf(args.context.from);
  return { context, params, network, access: { draftId: params["draft"] ?? "", secret, sender, language } };
}

/**
 * Opens the draft that an address names, with the secret of its cookie.
 * @throws Response 404 without the cookie, with a wrong one, or after the draft's time
 */
export async function openForm(args: Arguments, name: RouteName): Promise<Form> {
  const named = await namedDraft(args, name);
  const { context, access } = named;
  const draft = await orNotHere(access.sender, () => readDraft(context, access));
  const journey = journeyOf(draft.journey);
  const at = { today: localDate(context.now()) };
  const reading = { audience: draft.journey, language: access.language, at };
  return { ...named, journey, answers: draft.answers, reading, sent: draft.sent, begunIn: draft.language };
}

/** The address of a place in a form. */
export function addressOf(draft: string, place: Place): string {
  if (place.at === "stop") return href("report.stop", { draft });
  if (place.at === "check") return href("report.check", { draft });
  const { page, item } = place;
  return item === undefined
    ? href("report.question", { draft, page })
    : href("report.item", { draft, page, item });
}

export const goTo = (draft: string, place: Place): Response => seeOther(addressOf(draft, place));

/**
 * Keeps somebody from a page that is not theirs to fill in yet, or not any more.
 * @throws Response 303 to the receipt after sending, or to the first page that is still to do
 */
export function mayVisit({ access: { draftId }, journey, answers, reading, sent }: Form, place: Place): void {
  if (sent !== null) throw seeOther(href("report.sent", { draft: draftId }));
  if (!canVisit(journey, answers, place, reading.at)) {
    throw goTo(draftId, firstToDo(journey, answers, reading.at));
  }
}

/** Changes answers; a form that was sent meanwhile, in another tab, leads to its receipt. */
export async function changing<Result>({ access }: Form, change: () => Promise<Result>): Promise<Result> {
  try {
    return await orNotHere(access.sender, change);
  } catch (error) {
    const alreadySent = error instanceof Response && error.status === 409;
    throw alreadySent || error instanceof Conflict
      ? seeOther(href("report.sent", { draft: access.draftId }))
      : error;
  }
}

/**
 * The title of a page of a form. For somebody who may be watched it is neutral, because it stays in the history; the
 * page's own heading says what it is.
 */
export function titled(
  { reading: { audience, language } }: Form,
  title: string,
  place: number | "last" | "done",
) {
  if (!isAtHome(audience)) return { title, plain: false };
  const { plain } = wordsIn(siteWords, language);
  const neutral = typeof place === "number" ? filled(plain.page, { page: String(place) }) : plain[place];
  return { title: neutral, plain: true };
}

/** What every page of a form shows around its question. */
export function aroundPage({ context, access, journey, answers, reading }: Form) {
  return {
    draft: access.draftId,
    audience: reading.audience,
    language: reading.language,
    helplines: context.settings.helplines,
    // At work it would only put people off.
    exit: isAtHome(reading.audience) ? href("report.exit-form", { draft: access.draftId }) : null,
    inDanger: ["yes", "not_sure"].includes(fieldOf(answerTo(answers, "danger"), "danger")),
    // Nobody at home is asked to come back: somebody else may open what is kept.
    later: isAtHome(reading.audience) ? null : href("report.later", { draft: access.draftId }),
    elsewhere: elsewhere(postcodeIn(answers, reading.at), context.settings),
    maySendEarly: canSendEarly(journey, answers, reading.at),
  };
}
export type AroundPage = ReturnType<typeof aroundPage>;

/** The whole number in a part of an address; null for anything else. */
export const numberIn = (part: string | undefined): number | null =>
  part !== undefined && /^[1-9]\d{0,6}$/.test(part) ? Number(part) : null;
