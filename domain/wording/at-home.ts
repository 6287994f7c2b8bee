import type { Audience, WrittenLanguage } from "../intake.ts";
import * as polish from "./pl/at-home.ts";

/** Forms of people who may be watched while they write: short words, because whoever reads them may be afraid. */
export type AtHome = Exclude<Audience, "professional">;

type Words = {
  start: {
    title: string;
    first: readonly string[];
    before: string;
    points: readonly string[];
    exitHeading: string;
    exit: readonly string[];
    /** Said only where a script runs that hears the keys. */
    shift: string;
    start: string;
  };
  check: { title: string; declaration: string; send: string };
  /** `{deadline}`, `{reads}`, `{callBack}` and the numbers are filled in; a line without its number is left out. */
  sent: { title: string; reference: string; heading: string; lines: readonly string[]; worse: string };
};

const exit = {
  exitHeading: "If someone comes in",
  exit: [
    "Every page has a red button that leaves it fast. What you typed is not kept.",
    "The button does not clear your web history. If you can, use a phone or computer that the person cannot check.",
  ],
  shift: "You can also press Shift three times.",
  start: "Start now",
} as const;

type ExitWords = {
  button: string;
  hidden: string;
  /** What a screen reader says while the button is pressed by keys. */
  said: { activated: string; timedOut: string; pressTwoMoreTimes: string; pressOneMoreTime: string };
};

export const exitWords: Record<WrittenLanguage, ExitWords> = {
  en: {
    button: "Exit this page",
    hidden: "Emergency: ",
    said: {
      activated: "Loading.",
      timedOut: "Exit this page expired.",
      pressTwoMoreTimes: "Shift, press 2 more times to exit.",
      pressOneMoreTime: "Shift, press 1 more time to exit.",
    },
  },
  pl: polish.exitWords,
};

export const atHomeWords: Record<AtHome, Record<WrittenLanguage, Words>> = {
  public: {
    en: {
      start: {
        title: "Tell us about a child you are worried about",
        first: [
          "You do not need proof. Tell us what you saw or heard. We will work out what to do.",
          "First we look at what we know already and speak to people who know the child. If we need to visit, we plan it with the safety of the child in mind.",
        ],
        before: "Before you start",
        points: [
          "It takes about 5 minutes. You do not have to give your name.",
          "Say “I do not know” where that is true.",
          "Nothing reaches us until you press send.",
        ],
        ...exit,
      },
      check: {
        title: "Check what you tell us",
        declaration: "Nothing has been sent yet. Press send when you are ready.",
        send: "Send it to us",
      },
      sent: {
        title: "Thank you. We have got your report",
        reference: "Your reference",
        heading: "What happens next",
        lines: [
          "A social worker will read it. We decide what to do by {deadline}.",
          "We may not be able to tell you what happens, because we have to protect the privacy of the family. You do not need to do anything else.",
          "If you see or hear more, call us on {phone} and give the reference.",
        ],
        worse: "If a child is in danger now, call {emergency}.",
      },
    },
    pl: polish.publicWords,
  },
  family: {
    en: {
      start: {
        title: "Ask for help for your family",
        first: [
          "Lots of families need help at some point. Asking is a good thing to do. Tell us what is hard right now. We will talk to you about what might help.",
          "We want to help you look after your children. If we are worried that a child is not safe, we will have to act on it. We will tell you if we do, unless telling you would put someone at risk.",
        ],
        before: "Before you start",
        points: [
          "It takes about 8 minutes. You can skip what you do not want to answer.",
          "You tell us which ways and times are safe to reach you.",
          "Nothing reaches us until you press send.",
        ],
        ...exit,
      },
      check: {
        title: "Check what you send us",
        declaration: "Nothing has been sent yet. Press send when you are ready.",
        send: "Ask for help",
      },
      sent: {
        title: "We have got your request",
        reference: "Your reference",
        heading: "What happens next",
        lines: [
          "Someone from our team will be in touch {callBack}. We only use the ways and the safe times that you gave us. If your safe time is later than this, we wait for it.",
          "We will not say who we are or leave a message unless you said that we could.",
          "If things get worse, call us on {phone} and give the reference.",
        ],
        worse: "In an emergency, call {emergency}.",
      },
    },
    pl: polish.familyWords,
  },
  young_person: {
    en: {
      start: {
        title: "You can tell us what is going on",
        first: [
          "We are people who work for the council. Our job is to help keep children safe. You do not have to tell us everything. You can stop at any time.",
          "We will read what you send. If we think you or someone else could be badly hurt, we will have to tell people who can help. We will try to talk to you first.",
          "We do not tell your parents before we have thought about what is safe for you.",
        ],
        before: "Good to know",
        points: [
          "It takes about 4 minutes. You can leave things out.",
          "You can use any name you like.",
          "Nothing is sent until you press send.",
        ],
        ...exit,
      },
      check: {
        title: "Look at what you are sending",
        declaration: "It has not been sent yet. Press send when you are ready.",
        send: "Send it",
      },
      sent: {
        title: "We have got your message",
        reference: "Your number, if you call us about it",
        heading: "What happens now",
        lines: [
          "You did a brave thing. This is not your fault.",
          "A person will read this {reads}.",
          "To talk to someone now, call Childline on {childline}. It is free.",
          "You can call us too, on {phone}.",
        ],
        worse: "If things get worse before then, call {emergency}.",
      },
    },
    pl: polish.youngPersonWords,
  },
};

/** What stands on each page of a young person's form. */
export const youngWords: Record<
  WrittenLanguage,
  {
    talk: string;
    /** On the receipt, before all else. */
    cannotWait: { danger: string; event: string; soon: string; call: string };
    /** They gave no way to reach them: before it is sent, and on the receipt. */
    cannotAnswer: { before: string; after: string };
    early: { why: string; button: string; title: string; intro: string; back: string };
  }
> = {
  en: {
    talk: "To talk to someone now, call Childline on {childline}. It is free.",
    cannotWait: {
      danger: "You told us that you are or may be in danger.",
      event: "You told us that it could happen at {time}.",
      soon: "You told us that it could happen soon.",
      call: "Sending this does not stop it. Call us now on {phone}. If someone is hurting you now, call {emergency}.",
    },
    cannotAnswer: {
      before: "You have not told us how we can talk to you. We will read this, but we cannot answer you.",
      after:
        "We have no way to reach you, so we cannot answer you. You can call us on {phone} and say your number. You can also write to us again with the four words on this page.",
    },
    early: {
      why: "You can send this now and stop. That is fine.",
      button: "Check and send what I have said so far",
      title: "Send what you have said so far",
      intro: "We will read this. You do not have to say more.",
      back: "Go on instead",
    },
  },
  pl: polish.youngWords,
};

export const isAtHome = (audience: Audience): audience is AtHome => Object.hasOwn(atHomeWords, audience);
