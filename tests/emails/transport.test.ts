import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import PostalMime from "postal-mime";
import { defaultSettings } from "#domain/settings";
import type { Letter } from "#domain/messages";
import { createMailer } from "#emails/transport";
import { mailServer, silentServer, type MailServer } from "../support/mail-server.ts";

const id = "01a2b3c4-0000-7000-8000-000000000001";
const from = { name: "Anytown Front Door", address: "front-door@anytown.example" };
const origin = "https://front-door.anytown.example";

const letter = (over: Partial<Letter> = {}): Letter => ({
  id,
  to: "duty@school.example",
  said: {
    kind: "contact-received",
    facts: {
      reference: "7KQ4M2XD",
      since: new Date("2026-11-23T15:40:00Z"),
      dueAt: new Date("2026-11-24T15:40:00Z"),
    },
  },
  settings: defaultSettings,
  ...over,
});

let server: MailServer;
before(async () => {
  server = await mailServer();
});
after(() => server.close());
beforeEach(() => void server.received.splice(0));

const mailer = (limits = {}) => createMailer({ smtpUrl: server.url, from, origin }, limits);

describe("a message that is accepted", () => {
  test("goes to one address, from us, with a fixed id and both parts", async () => {
    const sent = await mailer().send(letter());
    assert.equal(sent.outcome, "accepted");
    const [mail, ...others] = server.received;
    assert.equal(others.length, 0);
    assert.deepEqual(mail?.to, ["duty@school.example"]);
    assert.equal(mail?.from, from.address);
    const parsed = await PostalMime.parse(mail.raw);
    assert.equal(parsed.messageId, `<${id}@anytown.example>`);
    assert.equal(parsed.subject, "We received your form – 7KQ4 M2XD");
    assert.deepEqual(parsed.from, { name: from.name, address: from.address });
    assert.deepEqual(
      parsed.to?.map((to) => to.address),
      ["duty@school.example"],
    );
    assert.match(parsed.text ?? "", /by Tue 24 Nov, 3:40pm/);
    assert.match(parsed.html ?? "", /by Tue 24 Nov, 3:40pm/);
    assert.equal(parsed.attachments.length, 0);
    const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;
    assert.equal(header("auto-submitted"), "auto-generated");
  });

  test("has the same id on every try", async () => {
    await mailer().send(letter());
    await mailer().send(letter());
    const ids = await Promise.all(
      server.received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId),
    );
    assert.deepEqual(new Set(ids), new Set([`<${id}@anytown.example>`]));
  });

  test("keeps no address in what is stored of the answer", async () => {
    const sent = await mailer().send(letter());
    assert.ok(sent.outcome === "accepted" && /^250/.test(sent.reply) && !sent.reply.includes("@"));
  });
});

describe("hostile addresses never reach the mail server", () => {
  for (const to of [
    "hub@council.gov.uk\r\nBcc: evil@evil.test",
    "hub@council.gov.uk\n.evil.test",
    "hub@council.gov.uk, evil@evil.test",
    '"evil@evil.test" <hub@council.gov.uk>',
    "evil@evil.test:hub@council.gov.uk",
  ])
    test(JSON.stringify(to), async () => {
      const before = server.tried();
      const sent = await mailer().send(letter({ to }));
      assert.deepEqual(sent, { outcome: "refused", permanent: true, problem: "bad-address", reply: null });
      assert.equal(server.tried(), before);
    });
});

describe("a message that is not accepted", () => {
  test("put off at the recipient (greylisting), then accepted", async () => {
    server.next({ at: "recipient", code: 451, words: "4.7.1 greylisted duty@school.example" });
    assert.deepEqual(await mailer().send(letter()), {
      outcome: "refused",
      permanent: false,
      problem: "mail-put-off",
      reply: "451 4.7.1",
    });
    assert.equal((await mailer().send(letter())).outcome, "accepted");
  });

  test("refused for good at the recipient", async () => {
    server.next({ at: "recipient", code: 550, words: "5.1.1 <duty@school.example> unknown" });
    assert.deepEqual(await mailer().send(letter()), {
      outcome: "refused",
      permanent: true,
      problem: "mail-refused",
      reply: "550 5.1.1",
    });
  });

  for (const [code, permanent] of [
    [421, false],
    [452, false],
    [552, true],
    [554, true],
  ] as const)
    test(`${code} after the message`, async () => {
      server.next({ at: "data", code });
      const sent = await mailer().send(letter());
      assert.deepEqual(sent, {
        outcome: "refused",
        permanent,
        problem: permanent ? "mail-refused" : "mail-put-off",
        reply: String(code),
      });
    });
});

describe("a server that does not answer", () => {
  test("hangs after the message: nobody knows whether it arrived", async () => {
    server.next({ at: "data", hang: true });
    const started = performance.now();
    assert.deepEqual(await mailer({ socketTimeout: 300 }).send(letter()), {
      outcome: "unsure",
      problem: "mail-unsure",
    });
    assert.ok(performance.now() - started < 3_000);
  });

  test("drips on for ever: the whole send has an end", async () => {
    server.next({ at: "data", hang: true });
    assert.deepEqual(await mailer({ wholeMs: 300 }).send(letter()), {
      outcome: "unsure",
      problem: "mail-unsure",
    });
  });

  test("cuts the line after the message", async () => {
    server.next({ at: "data", cut: true });
    assert.deepEqual(await mailer().send(letter()), { outcome: "unsure", problem: "mail-unsure" });
  });

  test("never greets: the message was not sent", async () => {
    const silent = await silentServer();
    const smtpUrl = `smtp://127.0.0.1:${silent.port}`;
    const sent = await createMailer({ smtpUrl, from, origin }, { greetingTimeout: 300 }).send(letter());
    await silent.close();
    assert.deepEqual(sent, {
      outcome: "refused",
      permanent: false,
      problem: "mail-not-sent",
      reply: "ETIMEDOUT",
    });
  });

  test("is not there: the message was not sent", async () => {
    const silent = await silentServer();
    await silent.close();
    const smtpUrl = `smtp://127.0.0.1:${silent.port}`;
    const sent = await createMailer({ smtpUrl, from, origin }).send(letter());
    assert.deepEqual(sent, {
      outcome: "refused",
      permanent: false,
      problem: "mail-not-sent",
      reply: "ECONNREFUSED",
    });
  });
});

describe("encryption", () => {
  test("a server elsewhere that offers none is told nothing", async () => {
    // The same server under a name that is not known to be this machine.
    const smtpUrl = server.url.replace("127.0.0.1", "0.0.0.0");
    const before = server.tried();
    const sent = await createMailer({ smtpUrl, from, origin }).send(letter());
    assert.deepEqual(sent.outcome === "refused" && sent.problem, "mail-not-sent");
    assert.equal(server.tried(), before);
  });

  test("a certificate that nobody vouches for is refused", async () => {
    const unproven = await mailServer({ disabledCommands: [] });
    const smtpUrl = unproven.url.replace("127.0.0.1", "0.0.0.0");
    const sent = await createMailer({ smtpUrl, from, origin }).send(letter());
    await unproven.close();
    assert.deepEqual(sent.outcome === "refused" && sent.problem, "mail-not-sent");
    assert.equal(unproven.received.length, 0);
  });

  test("settings smuggled into the server's address are not read", async () => {
    const smtpUrl = `${server.url.replace("127.0.0.1", "0.0.0.0")}/?ignoreTLS=true&requireTLS=false`;
    const sent = await createMailer({ smtpUrl, from, origin }).send(letter());
    assert.deepEqual(sent.outcome === "refused" && sent.problem, "mail-not-sent");
  });
});
