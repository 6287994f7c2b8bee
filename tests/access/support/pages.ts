import { senderCookie } from "#app/http/session";
import { roles } from "#domain/actor";
import type { Audience } from "#domain/intake";
import { journeys } from "#domain/journeys";
import { itemsOf, type Answers } from "#domain/questions/answers";
import { claimSent } from "#services/senders/claim-sent";
import { professionalAnswers } from "../../support/answers.ts";
import { demoWeek } from "../../support/demo-week.ts";
import { familyAnswers } from "../../support/family-answers.ts";
import { fillForm, placeOf, sendingKey, startForm, type FormClient } from "../../support/form-client.ts";
import { sendContact } from "../../support/contacts.ts";
import { ask } from "../../support/http-client.ts";
import { publicAnswers } from "../../support/public-answers.ts";
import { ownerOf } from "../../support/queue.ts";
import { anotherNetwork, provenSender } from "../../support/senders.ts";
import type { Site } from "../../support/site.ts";
import { youngAnswers } from "../../support/young-answers.ts";

/** A page as somebody has it before them. */
export type PageToSee = {
  name: string;
  address: string;
  /** The Cookie header of whoever looks; none for anybody. */
  cookie: string | undefined;
  isPublic: boolean;
};

const forms: readonly { audience: Audience; start: string; answers: Answers }[] = [
  { audience: "professional", start: "/report/professional", answers: professionalAnswers },
  { audience: "public", start: "/report/public", answers: publicAnswers },
  { audience: "family", start: "/help/family", answers: familyAnswers },
  { audience: "young_person", start: "/help/young-person", answers: youngAnswers },
];

/** One page of each row of the map, as the first role that may open it, and every page of each form, filled in. */
export async function everyPage(site: Site): Promise<PageToSee[]> {
  const week = await demoWeek(site);
  const pages = new Map<string, PageToSee>();
  for (const role of [null, ...roles]) {
    const secret = await week.cookieFor(role);
    const cookie = secret === undefined ? undefined : `session=${secret}`;
    for (const row of await week.pagesFor(role)) {
      const [address] = week.addressesOf(row, role);
      if (address === undefined || pages.has(row.name)) continue;
      // Some are steps of something that nobody has begun, and lead away.
      const { status } = await ask(site, address, cookie === undefined ? {} : { cookie });
      const isPublic = row.access === "public";
      if (status === 200) pages.set(row.name, { name: row.name, address, cookie, isPublic });
    }
  }
  for (const page of await pagesOfSender(site)) pages.set(page.name, page);
  for (const form of forms) for (const page of await pagesOfForm(site, form)) pages.set(page.name, page);
  return [...pages.values()];
}

/** Somebody who proved an address, and what they sent with it. */
async function pagesOfSender(site: Site): Promise<PageToSee[]> {
  const { context } = site;
  const owner = ownerOf(site);
  const email = "jo.reed@school.example";
  const secret = await provenSender(context, owner, email);
  await owner.end();
  const { reference } = await sendContact(context);
  await claimSent(context, { secret, reference, network: anotherNetwork() });
  const cookie = senderCookie(context, secret).split(";", 1)[0];
  const page = (name: string, address: string): PageToSee => ({ name, address, cookie, isPublic: true });
  return [
    page("track.home (known)", "/track"),
    page("track.sent", `/track/${reference}`),
    page("track.files", `/track/${reference}/files`),
  ];
}

async function pagesOfForm(
  site: Site,
  { audience, start, answers }: (typeof forms)[number],
): Promise<PageToSee[]> {
  const page = ({ draft, cookie }: FormClient, place: string, name = place): PageToSee => ({
    ...{ name: `${audience} ${name}`, address: `/f/${draft}/${place}`, cookie, isPublic: true },
  });
  const journey = journeys[audience];
  const empty = await startForm(site, start);
  const inDanger = await startForm(site, start);
  await inDanger.post(placeOf("danger", undefined, journey), { danger: "yes" });
  const form = await startForm(site, start);
  await fillForm(form, answers, undefined, journey);
  const asked = journey.filter((question) => question.appliesTo(answers));
  const pages = asked.flatMap(({ id, repeats }) => {
    const items = itemsOf(answers, id);
    const lists = repeats === undefined || items.length > 0;
    return [
      ...(lists ? [page(form, placeOf(id, undefined, journey), id)] : []),
      ...items.slice(0, 1).map(({ item }) => page(form, placeOf(id, item, journey), `${id} (one)`)),
    ];
  });
  const sent = await startForm(site, start);
  await fillForm(sent, answers, undefined, journey);
  await sent.post("check", { key: await sendingKey(sent) });
  const all = [
    ...[page(empty, "1", "begun"), page(inDanger, "stop"), ...pages],
    ...[page(form, "check"), page(form, "later"), page(sent, "sent")],
  ];
  const found: PageToSee[] = [];
  for (const one of all)
    if ((await ask(site, one.address, { cookie: one.cookie })).status === 200) found.push(one);
  return found;
}
