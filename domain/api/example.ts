import type { z } from "zod";
import type { openCaseList } from "../open-case-list.ts";
import type { contactBody } from "./contact-body.ts";

/** What a whole contact looks like: for the documentation, and for whoever writes a first program. */
export const exampleBody = {
  danger: "no",
  children: [
    {
      firstName: "Mary",
      lastName: "Okafor",
      dateOfBirth: "2018-03-12",
      sex: "F",
      school: "Mill Road Primary",
    },
  ],
  adults: [
    { name: "Grace Okafor", relationship: "Mother", livesWithChild: "yes", parentalResponsibility: "yes" },
  ],
  address: { lines: ["7 Mill Road", "Anytown"], postcode: "AB1 2CD" },
  worries: ["hurt"],
  whatHappened: "A bruise on her arm that she would not talk about.",
  parents: { told: "not_yet" },
  sender: {
    name: "Jo Reed",
    job: "Designated safeguarding lead",
    email: "jo.reed@school.example",
    phone: "01234 567 800",
    yourReference: "2026-0117",
  },
} as const satisfies z.input<typeof contactBody>;

/** What a list of open cases looks like. */
export const exampleCases = {
  asAt: "2026-11-24T05:00:00Z",
  cases: [
    {
      caseNumber: "C-10442",
      status: "child_in_need",
      firstName: "Mary",
      lastName: "Okafor",
      dateOfBirth: "2018-03-12",
      postcode: "AB1 2CD",
      worker: "Dee Lowe",
      workerEmail: "dee.lowe@council.example",
      manager: "Mo Shah",
      team: "Assessment team north",
      plan: "child_in_need",
      lookedAfter: false,
    },
  ],
} as const satisfies z.input<typeof openCaseList>;
