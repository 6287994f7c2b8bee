/** What a worker types on a piece of work, complete. */
export const opening = new Date("2026-11-24T10:00:00Z");

export const advice = {
  advisedWho: "family",
  advisedName: "The mother",
  advisedHow: "phone",
  advice: "Ring the family centre",
  service: "Family centre",
  canDoIt: "yes",
  safeContact: "checked",
  finished: "yes",
};
export const familyContact = {
  contactedOn: "2026-11-24",
  contactedAt: "9am",
  spokeTo: "The mother",
  contactedHow: "phone",
  handedTo: "R. Hall, family worker",
  handedOverBy: "The teacher who referred them",
  next: "First visit on Friday",
};
export const agreed = {
  agreement: "yes",
  agreedBy: "The mother",
  agreedOn: "2026-11-24",
  agreedHow: "phone",
  agreedTo: "A meeting at school",
  needs: "Mornings",
  strengths: "They ask",
  lead: "R. Hall",
};
export const leads = {
  answer: "accepted",
  name: "R. Hall",
  answeredOn: "2026-11-24",
  answeredHow: "phone",
};
