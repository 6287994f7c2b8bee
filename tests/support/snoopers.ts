import type { Role } from "#domain/actor";
import type { Ground } from "#domain/grounds";
import { drawGroup, drawSurname } from "#services/demo/family/surname";
import type { Random } from "#services/demo/random";
import { newId } from "#services/new-id";
import { referenceAlphabet } from "#domain/reference";

/*
 * Four weeks of a hub that reads: everyday looking with all that is odd and innocent in it, and snoopers planted among
 * it. Neither knows the rules: what the report makes of it is what is measured.
 */
export type Reader = { id: string; name: string; surname: string; role: Role };
type Contact = {
  id: string;
  reference: string;
  childIds: string[];
  surname: string;
  adults: string[];
  receivedAt: number;
  decidedAt: number;
};
type Event = { at: number; kind: string; readerId: string; contactId: string; facts: object };
export type Planted = { what: string; readerId: string; contactIds: string[] };

export type Looking = {
  readers: Reader[];
  contacts: Contact[];
  events: Event[];
  planted: Planted[];
  normalLooks: number;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const firstDay = Date.parse("2026-11-02T00:00:00Z");
const days = Array.from({ length: 26 }, (_, day) => firstDay + day * dayMs).filter(
  (day) => ![0, 6].includes(new Date(day).getUTCDay()),
);

const team: readonly (readonly [Role, number])[] = [
  ["screener", 24],
  ["manager", 6],
  ["out_of_hours", 3],
  ["advice", 4],
  ["social_work_manager", 3],
];

/** How often each kind of everyday looking comes. */
const everyday = {
  served: 40,
  chosen: 8,
  waitingOnly: 14,
  ledBack: 12,
  deciding: 11,
  oversight: 4,
  ofTheirTeam: 6,
  workedOnBefore: 2,
  /** Somebody rings about a contact that a colleague dealt with, and nothing has to be written down. */
  rungAbout: 0.6,
  night: 1.6,
  /** The last contact of the day takes longer than the day. */
  lateWork: 1,
  /** Looking through the queue after hours, before going home. */
  lateQueue: 0.2,
};

export function inventLooking(random: Random, looksWanted: number): Looking {
  const readers = team.flatMap(([role, count]) =>
    Array.from({ length: count }, () => inventReader(random, role)),
  );
  const contacts = Array.from({ length: 1_300 }, () => inventContact(random));
  const events: Event[] = [];
  let looks = 0;
  const of = (role: Role) => random.pick(readers.filter((reader) => reader.role === role));
  const waitingAt = (at: number) => contacts.filter((c) => c.receivedAt < at && c.decidedAt > at);
  const decidedAt = (at: number) => contacts.filter((c) => c.decidedAt < at);
  const waiting = (at: number) => random.pick(waitingAt(at));
  const decided = (at: number) => random.pick(decidedAt(at));
  const during = (from: number, until: number) =>
    random.pick(days) + (from + random.next() * (until - from)) * hourMs;
  const look = (readerId: string, { id }: Contact, at: number, ground: Ground, pages: number) => {
    for (let page = 0; page < pages; page += 1) {
      const facts = { page: random.pick(["summary", "referral", "matches", "notes"]), because: ground };
      events.push({ at: at + page * 70_000, kind: "contact.viewed", readerId, contactId: id, facts });
      looks += 1;
    }
  };
  const act = (readerId: string, { id }: Contact, at: number, kind: string, facts: object = {}) =>
    events.push({ at, kind, readerId, contactId: id, facts });
  const work = (readerId: string, contact: Contact, at: number) => {
    look(readerId, contact, at, "holder", random.whole(2, 5));
    act(readerId, contact, at + 600_000, "contact.rated");
    if (random.chance(0.7)) act(readerId, contact, at + 900_000, "recommendation.made");
  };
  const does: Record<keyof typeof everyday, () => void> = {
    served: () => {
      const [{ id }, at] = [of("screener"), during(8.6, 16)];
      const contact = waiting(at);
      act(id, contact, at - 1_000, "contact.held", { how: "next" });
      work(id, contact, at);
    },
    chosen: () => {
      const [{ id }, at] = [of("screener"), during(8.6, 16)];
      const contact = waiting(at);
      look(id, contact, at, "hub", 1);
      act(id, contact, at + 90_000, "contact.held", { how: "chosen" });
      work(id, contact, at + 100_000);
    },
    waitingOnly: () => {
      const at = during(8.6, 16.8);
      look(of(random.chance(0.8) ? "screener" : "manager").id, waiting(at), at, "hub", random.whole(1, 2));
    },
    ledBack: () => {
      const [{ id }, at] = [of("screener"), during(8.6, 16)];
      const [contact, earlier] = [waiting(at), decided(at)];
      act(id, contact, at - 1_000, "contact.held", { how: "next" });
      work(id, contact, at);
      const facts = { list: "matches", resultIds: earlier.childIds };
      act(id, contact, at + 200_000, "list.viewed", facts);
      look(id, earlier, at + 260_000, "hub", random.whole(1, 3));
    },
    deciding: () => {
      const [{ id }, at] = [of("manager"), during(8.6, 16.8)];
      const contact = waiting(at);
      look(id, contact, at, "hub", random.whole(1, 3));
      act(id, contact, at + 400_000, "decision.made");
    },
    oversight: () => {
      const at = during(8.6, 16.8);
      look(of("manager").id, decided(at), at, "hub", random.whole(1, 3));
    },
    ofTheirTeam: () => {
      const at = during(8.6, 16.8);
      look(
        of(random.chance(0.6) ? "advice" : "social_work_manager").id,
        decided(at),
        at,
        "team",
        random.whole(1, 3),
      );
    },
    workedOnBefore: () => {
      const [{ id }, at] = [of("screener"), during(9, 16)];
      const contact = decided(at);
      act(id, contact, contact.decidedAt - hourMs, "contact.rated");
      look(id, contact, at, "hub", random.whole(1, 2));
    },
    rungAbout: () => {
      const at = during(9, 16);
      look(of("screener").id, decided(at), at, "hub", 1);
    },
    night: () => {
      const [{ id }, at] = [of("out_of_hours"), during(17.5, 23.5)];
      const contact = waiting(at);
      look(id, contact, at, "hub", random.whole(1, 3));
      if (random.chance(0.6)) act(id, contact, at + 300_000, "contact.rated");
    },
    lateWork: () => {
      const [{ id }, at] = [of("screener"), during(17.1, 18.5)];
      const contact = waiting(at);
      act(id, contact, at - hourMs, "contact.held", { how: "next" });
      work(id, contact, at);
    },
    lateQueue: () => {
      const at = during(17.1, 18);
      look(of("screener").id, waiting(at), at, "hub", 1);
    },
  };
  while (looks < looksWanted) does[random.weighted(everyday)]();
  const normalLooks = looks;

  const planted: Planted[] = [];
  /** Each of them is somebody else, who has done their work besides. */
  const left = [...readers];
  const somebody = (...roles: Role[]) => {
    const at = left.findIndex(({ role }) => roles.includes(role));
    const [found] = left.splice(at, 1);
    if (found === undefined || at < 0) throw new Error("nobody is left");
    return found;
  };
  /** A snooper has nothing to do with what they look up: what they happened to work on is no snooping. */
  const own = new Set(events.map(({ readerId, contactId }) => `${readerId} ${contactId}`));
  const stranger = ({ id }: Reader, at: number, waits: boolean) =>
    random.pick((waits ? waitingAt(at) : decidedAt(at)).filter((c) => !own.has(`${id} ${c.id}`)));
  const snoop = (what: string, reader: Reader, at: number, contact: Contact) => {
    look(reader.id, contact, at, "hub", random.whole(1, 3));
    planted.push({ what, readerId: reader.id, contactIds: [contact.id] });
  };
  const ofTheirFamily = (reader: Reader, at: number, waits: boolean) => {
    const contact = stranger(reader, at, waits);
    contact.surname = reader.surname;
    return contact;
  };
  const times = (count: number, plant: (n: number) => void) =>
    Array.from({ length: count }, (_, n) => plant(n));
  times(4, (n) => {
    const [reader, at] = [somebody("screener"), during(9, 16)];
    snoop("a relative's contact", reader, at, ofTheirFamily(reader, at, n % 2 === 0));
  });
  times(2, () => {
    const [reader, at] = [somebody("screener"), during(9, 16)];
    const contact = ofTheirFamily(reader, at, true);
    snoop("a relative's contact, taken as a cover", reader, at, contact);
    act(reader.id, contact, at + 90_000, "contact.held", { how: "chosen" });
    act(reader.id, contact, at + 300_000, "contact.released", { how: "released" });
  });
  times(3, () => {
    const [reader, at] = [somebody("screener"), during(9, 16)];
    snoop("a neighbour's contact, long decided", reader, at, stranger(reader, at, false));
  });
  times(1, () => {
    const [reader, at] = [somebody("screener"), during(9, 16)];
    snoop("a neighbour's contact while it waits", reader, at, stranger(reader, at, true));
  });
  times(2, () => {
    const [reader, at] = [somebody("manager"), during(9, 16)];
    snoop("a neighbour's contact, by a manager", reader, at, stranger(reader, at, false));
  });
  times(4, (n) => {
    const [reader, from] = [somebody(n === 0 ? "advice" : "screener"), during(9, 15)];
    const contactIds = Array.from({ length: random.whole(25, 40) }, (_, i) => {
      const contact = stranger(reader, from, random.chance(0.5));
      look(reader.id, contact, from + i * 80_000, "hub", 1);
      return contact.id;
    });
    planted.push({ what: "one after another", readerId: reader.id, contactIds });
  });
  times(4, (n) => {
    const [reader, at] = [somebody(n === 0 ? "manager" : "screener"), during(19, 23)];
    snoop("from home at night", reader, at, stranger(reader, at, n % 2 === 0));
  });
  return { readers, contacts, events, planted, normalLooks };
}

function inventReader(random: Random, role: Role): Reader {
  const surname = drawSurname(random, drawGroup(random));
  return { id: newId(), name: `Alex ${surname}`, surname, role };
}

function inventContact(random: Random): Contact {
  const draw = () => drawSurname(random, drawGroup(random));
  const surname = draw();
  const receivedAt = firstDay - 20 * dayMs + random.next() * 46 * dayMs;
  return {
    id: newId(),
    reference: Array.from({ length: 8 }, () => random.pick([...referenceAlphabet])).join(""),
    childIds: Array.from({ length: random.whole(1, 3) }, () => newId()),
    surname,
    adults: [`Sam ${surname}`, ...(random.chance(0.6) ? [`Jo ${draw()}`] : [])],
    receivedAt,
    decidedAt: receivedAt + (4 + random.next() * 30) * hourMs,
  };
}
