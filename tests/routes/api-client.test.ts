import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { z } from "zod";
import type { ContactReceipt, ContactStatus } from "#domain/api/answers";
import type { contactBody } from "#domain/api/contact-body";
import { exampleAssessment } from "#domain/api/assessment";
import { exampleBody } from "#domain/api/example";
import { fieldsInWords } from "#domain/api/fields-in-words";
import { openApi } from "#domain/api/openapi";
import {
  FrontDoor,
  Refused,
  type Contact,
  type Receipt,
  type Status,
} from "../../docs/examples/api-client.ts";
import { ask } from "../support/http-client.ts";
import { addPartner, getAs, problemIn } from "../support/partner.ts";
import { startSite, type Site } from "../support/site.ts";
import { addTeam } from "../support/staff.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(async () => {
  assert.deepEqual(site.faults, []);
  await site.close();
});

// The compiler holds the example to the schemas: what it may send is taken, and what it is told is what is answered.
const example: Contact = {
  danger: "no",
  children: [{ firstName: "Mary", lastName: "Okafor", dateOfBirth: "2018-03-12" }],
  whatHappened: "A bruise on her arm that she would not talk about.",
  sender: { name: "Jo Reed", email: "jo.reed@school.example" },
};
const sent: z.input<typeof contactBody> = example;
const told = (receipt: ContactReceipt, status: ContactStatus): [Receipt, Status] => [receipt, status];

describe("the example of a client", () => {
  test("sends a contact, follows it, and is told what cannot be taken", async () => {
    const { secret } = await addPartner(site.context);
    const door = new FrontDoor({ origin: site.url, key: secret });
    const receipt = await door.send(example);
    const status = await door.status(receipt.reference);
    assert.deepEqual(told(receipt, status), [receipt, status]);
    assert.equal(status.status, "received");
    await assert.rejects(door.send({ ...sent, whatHappened: "" } as Contact), (error: unknown) => {
      assert.ok(error instanceof Refused);
      assert.deepEqual(
        error.problem.errors?.map(({ pointer }) => pointer),
        ["#/whatHappened"],
      );
      return true;
    });
  });

  test("sends again with the same key until it has an answer", async () => {
    const keys: unknown[] = [];
    const poor = createServer((request, response) => {
      keys.push(request.headers["idempotency-key"]);
      if (keys.length === 1) return void request.socket.destroy();
      response.writeHead(keys.length === 2 ? 503 : 201, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ reference: "7KQ4M2XD" }));
    });
    await new Promise<void>((resolve) => poor.listen(0, "127.0.0.1", resolve));
    const { port } = poor.address() as AddressInfo;
    try {
      const door = new FrontDoor({ origin: `http://127.0.0.1:${port}`, key: "fdk_x", waitMs: 1 });
      assert.equal((await door.send(example)).reference, "7KQ4M2XD");
      assert.equal(keys.length, 3);
      assert.equal(new Set(keys).size, 1);
    } finally {
      poor.close();
    }
  });
});

describe("the description", () => {
  const described = openApi({ origin: "https://front-door.example.gov.uk", authority: "Anyshire" });

  test("is OpenAPI 3.1 in which every reference leads somewhere, and is what is answered", async () => {
    const answer = await ask(site, "/api/openapi.json");
    assert.equal(answer.status, 200);
    assert.match(answer.headers["content-type"] ?? "", /^application\/json/);
    const text = JSON.stringify(described);
    assert.match(described.openapi, /^3\.1\./);
    const names = Object.keys(described.components.schemas);
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? "",
    );
    assert.deepEqual([...new Set(referred)].sort(), names.sort());
    assert.deepEqual(
      (JSON.parse(answer.text) as typeof described).components,
      JSON.parse(JSON.stringify(described.components)),
    );
  });

  test("knows every field of the example, and the page tells each of them", async () => {
    const fields = fieldsInWords("Contact");
    const named = new Set(fields.map(({ path }) => path));
    const pathsIn = (value: unknown, before: string): string[] =>
      Array.isArray(value)
        ? value.flatMap((one) => pathsIn(one, `${before}[].`))
        : typeof value === "object" && value !== null
          ? Object.entries(value).flatMap(([key, inner]) => {
              const path = `${before.replace(/([^.\]])$/, "$1.")}${key}`;
              return [path, ...pathsIn(inner, path)];
            })
          : [];
    for (const path of pathsIn(exampleBody, "")) assert.ok(named.has(path), path);
    const { text } = await ask(site, "/api/docs");
    for (const { path } of fields) assert.ok(text.includes(`<code>${path}</code>`), path);
    assert.doesNotMatch(text, /<script[^>]+src="https?:/);
  });
});

describe("what an assessment found, from a system", () => {
  const send = (secret: string, body: unknown) =>
    ask(site, "/api/assessments", {
      ...{ origin: null, method: "POST", body: JSON.stringify(body) },
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    });

  test("is taken with a key for it alone, and says what is wrong in words of a program", async () => {
    const scopes = ["assessments:record"] as const;
    const council = await addPartner(site.context, { place: await addTeam(site.context), scopes });
    problemIn(await send(council.secret, exampleAssessment), "not-found");
    const school = await addPartner(site.context);
    problemIn(await send(school.secret, exampleAssessment), "not-allowed");
    problemIn(await send(council.secret, { ...exampleAssessment, outcome: "fine" }), "not-taken");
    problemIn(await send(council.secret, { ...exampleAssessment, note: "more" }), "not-taken");
    const elsewhere = await addPartner(site.context, { scopes });
    problemIn(await send(elsewhere.secret, exampleAssessment), "not-taken");
    problemIn(await getAs(site, council.secret, "/api/assessments"), "no-such-method");
  });
});
