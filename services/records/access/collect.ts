import { coarseDay, linesOf, pageOmission } from "#domain/access";
import { fileKinds } from "#domain/files/kinds";
import { isAddressSecret, isOfPlaces } from "#domain/secret-address";
import { localDate } from "#domain/time-words";
import { sizeInWords } from "#domain/wording/files";
import type { Unit } from "../../unit-of-work.ts";
import type { Around, Collected } from "./around.ts";
import { collectWork } from "./collect-work.ts";
import { loadContact, type LoadedContact } from "./load-contact.ts";
import { nameTaker } from "./names-around.ts";
import { whereTheyAre, type AccessSubject } from "./subject.ts";

/**
 * Everything that is held about somebody, contact by contact, with what is left out by default. Runs as the service
 * itself: names of whoever contacted us are needed to take them out, and nobody who reads this may see them.
 */
export async function collect(unit: Unit, subject: AccessSubject): Promise<Collected[]> {
  const items: Collected[] = [];
  for (const [contactId, selves] of await whereTheyAre(unit, subject)) {
    const contact = await loadContact(unit, contactId);
    if (contact === null) continue;
    const byPublic = contact.row.audience !== "professional";
    const about: Around = {
      ...{ contactId, selves, key: contact.key, without: nameTaker(contact, selves) },
      ofOthers: subject.whose === "adult" ? "third-party" : null,
      dayOf: (at) => coarseDay(localDate(at), byPublic),
    };
    items.push(...whatWasSent(contact, about), ...(await collectWork(unit, about)));
  }
  return items;
}

function whatWasSent(contact: LoadedContact, about: Around): Collected[] {
  const { row, senderId, adults, facts } = contact;
  // Where they fled to is for whoever has to go there: it is in no file, and not shown to whoever prepares one.
  const secret = isAddressSecret(facts);
  const pages = contact.pages.filter(({ questionId }) => !(secret && isOfPlaces(questionId)));
  const children = contact.children.map(({ child, said }) => ({
    child,
    said: secret ? { ...said, address: null } : said,
  }));
  const { selves, without, ofOthers } = about;
  const dated = { when: about.dayOf(row.receivedAt), at: row.receivedAt };
  const omission = "harm" as const;
  const whose = (id: string) => (selves.has(id) ? null : "third-party");
  return [
    { ...dated, id: `referrer:${senderId}`, title: "Who contacted us", lines: [], omission: "referrer" },
    ...(secret ? [{ ...dated, id: `address:${row.id}`, title: "Where they are", lines: [], omission }] : []),
    ...children.map(({ child, said }): Collected => {
      const { id, firstName, lastName, alsoKnownAs, dateOfBirth, dueDate, sex } = child;
      const names = { firstName, lastName, alsoKnownAs, dateOfBirth, dueDate, sex };
      const lines = linesOf({ ...names, ...toTell(said) });
      return { ...dated, id: `child:${id}`, title: "About a child", lines, omission: whose(id) };
    }),
    ...adults.map(({ adult: { id, name, dateOfBirth }, said }): Collected => {
      const lines = linesOf({ name, dateOfBirth, ...toTell(said) });
      return { ...dated, id: `adult:${id}`, title: "About an adult", lines, omission: whose(id) };
    }),
    ...contact.files.map((file): Collected => {
      // A name can tell where they fled to, and so can what is in it.
      const name = secret || file.name === null ? null : without.sender(file.name);
      const what = `${fileKinds[file.kind].word}, ${sizeInWords(file.size)}`;
      const lines = linesOf({ name, what, copy: "Given beside this" });
      // Nobody knows here what is in it: whoever puts it back has found out.
      const left = secret ? omission : ("third-party" as const);
      return { ...dated, id: `file:${file.id}`, title: "A file that came with it", lines, omission: left };
    }),
    ...pages.flatMap((page, at): Collected[] => {
      const left = pageOmission(page.questionId);
      if (left === null) return [];
      const omission = left.omission ?? ofOthers;
      // Whoever contacted us is taken out also of what somebody puts back.
      const taken = omission === null ? without.others : without.sender;
      const lines = page.entries.map(({ label, value }) => ({ label, text: taken(value) }));
      return [{ ...dated, id: `page:${about.contactId}:${at}`, title: page.title, lines, omission }];
    }),
  ];
}

/** A birth is told by its date; that somebody thought them a risk is not told to whoever it is about. */
const toTell = <T extends { birth: unknown; mayBeRisk: boolean }>({ birth, mayBeRisk, ...rest }: T) => rest;
