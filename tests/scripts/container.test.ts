import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "../../scripts/build.mjs";

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const read = (file: string) => readFileSync(path(file), "utf8");
const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");

/** What runs is compiled, so the source of build/x.js is x.ts. */
const sourceOf = (command: string) => command.replace(/^build\//, "").replace(/\.js$/, ".ts");
const commands = [...`${dockerfile}\n${compose}`.matchAll(/\["node", "(build\/[\w/.-]+\.js)"\]/g)].map(
  (found) => found[1] ?? "",
);
const settings = [...compose.matchAll(/^ {4}([A-Z_]+): /gm)].map((found) => found[1] ?? "");

/** The indented block below a key of compose.yaml. */
function block(name: string): string {
  const found = new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, "m").exec(compose);
  assert.ok(found?.[1], `compose.yaml has no ${name}`);
  return found[1];
}

describe("the images", () => {
  const images = [
    ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map((found) => found[1] ?? ""),
    ...[...compose.matchAll(/^\s+image: (\S+)/gm)].map((found) => found[1] ?? ""),
  ].filter((image) => image !== "front-door");

  test("are pinned by an exact tag, and by no digest that nobody here could have seen", () => {
    assert.equal(images.length, 5);
    for (const image of images) assert.match(image, /^[a-z]+:\d+\.\d+(\.\d+)?-bookworm(-slim)?$/, image);
  });
  test("run a Node that package.json allows", () => {
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    const oldest = Number(/\d+/.exec(engines.node)?.[0]);
    for (const image of images.filter((one) => one.startsWith("node:"))) {
      assert.ok(Number(/\d+/.exec(image)?.[0]) >= oldest, image);
    }
  });
  test("hold no tools that build, and run as nobody in particular", () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
    assert.match(last, /COPY --from=packages/);
    assert.match(dockerfile, /npm ci --omit=dev/);
    assert.match(last, /^USER node$/m);
    assert.doesNotMatch(last.slice(last.indexOf("USER node")), /^(USER|RUN|COPY)\b(?! node$)/m);
    assert.match(last, /^HEALTHCHECK[\s\S]*\/health\/ready/m);
  });
  test("leave secrets and data outside", () => {
    const ignored = read(".dockerignore").split("\n");
    for (const entry of [".data", ".git", "node_modules", "**/*.env"])
      assert.ok(ignored.includes(entry), entry);
  });
});

describe("what they run", () => {
  test("exists, and is what package.json runs by the same name", () => {
    assert.deepEqual([...new Set(commands)].sort(), [
      "build/scripts/migrate.js",
      "build/server.js",
      "build/workers/index.js",
    ]);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const ours = Object.values(scripts).join("\n");
    for (const command of commands) {
      assert.ok(existsSync(path(sourceOf(command))), sourceOf(command));
      assert.ok(ours.includes(`node ${command}`), `no script runs ${command}`);
    }
    assert.match(dockerfile, /^RUN npm run build$/m);
    assert.ok(scripts["build"]);
  });
  test("gets settings that config.ts knows", () => {
    const known = read("config.ts");
    assert.ok(settings.length >= 9);
    for (const name of settings) assert.match(known, new RegExp(`^  ${name}: `, "m"), name);
  });
  test("web and worker never see the owner's login", () => {
    for (const name of ["web", "worker"]) assert.doesNotMatch(block(name), /OWNER/);
    assert.doesNotMatch(compose.slice(0, compose.indexOf("\nservices:")), /OWNER/);
    assert.match(block("migrate"), /DATABASE_OWNER_URL/);
  });
  test("the worker alone has the login to the mail server", () => {
    assert.match(block("worker"), /SMTP_URL/);
    assert.equal([...compose.matchAll(/SMTP_URL: /g)].length, 1);
  });
  test("each machine that is reached without TLS is named as private, and no other", () => {
    const plain = [...compose.matchAll(/(?:postgres|redis):\/\/(?:[^@\n]*@)?([\w.-]+):\d+/g)].map(
      ([, host]) => host,
    );
    for (const [, named = ""] of compose.matchAll(/PRIVATE_HOSTS: (.+)/g))
      assert.deepEqual(named.split(" "), [...new Set(plain)].sort());
  });
});

test("everything that runs there finds its packages without the ones that build", async () => {
  await buildIfNeeded(() => undefined);
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
  // The demonstration's mail server is started by npm start alone.
  const files = readdirSync(path("build"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".js") && !file.startsWith("client/") && file !== "scripts/demo-mailbox.js",
  );
  assert.ok(files.length > 100);
  const missing = files.flatMap((file) =>
    [
      ...read(`build/${file}`).matchAll(
        /(?:\bfrom|\bimport)\s*\(?\s*"((?:@[\w.-]+\/)?[\w.-]+)(?:\/[\w./-]+)?"/g,
      ),
    ]
      .map((found) => found[1] ?? "")
      .filter((name) => /^[@a-z]/.test(name) && !(name in dependencies) && !builtinModules.includes(name))
      .map((name) => `${name} in ${file}`),
  );
  assert.deepEqual(missing, []);
});

test("Redis logs every write and throws nothing out", () => {
  assert.match(block("redis"), /command: redis-server .*--appendonly yes .*--maxmemory-policy noeviction/);
});
