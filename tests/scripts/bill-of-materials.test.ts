import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { writeBillOfMaterials } from "../../scripts/bill-of-materials.mjs";

const root = join(import.meta.dirname, "../..");
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

const part = z.object({ name: z.string(), version: z.string() });
const billSchema = z.object({
  bomFormat: z.literal("CycloneDX"),
  metadata: z.object({ component: part }),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  components: z.array(
    part.extend({ purl: z.string(), hashes: z.array(z.object({ alg: z.string(), content: z.string() })) }),
  ),
});

describe("the bill of materials", () => {
  const folder = mkdtempSync(join(tmpdir(), "front-door-bom-"));
  let bill: z.output<typeof billSchema>;
  before(() => {
    const file = join(folder, "bom.json");
    writeBillOfMaterials(file);
    bill = billSchema.parse(read(file));
  });
  after(() => rmSync(folder, { recursive: true }));

  test("names every package that runs in production, and no other", () => {
    const lock = z
      .object({
        packages: z.record(z.string(), z.object({ version: z.string(), dev: z.boolean().default(false) })),
      })
      .parse(read(join(root, "package-lock.json")));
    const locked = Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== "" && !dev)
      .map(([path, { version }]) => `${path.slice(path.lastIndexOf("node_modules/") + 13)}@${version}`);
    const listed = bill.components.map(({ name, version }) => `${name}@${version}`);
    assert.deepEqual(listed.sort(), [...new Set(locked)].sort());
    assert.equal(bill.metadata.component.name, "front-door");
    const refs = new Set([...listed, `front-door@${bill.metadata.component.version}`]);
    const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
    assert.deepEqual(
      named.filter((ref) => !refs.has(ref)),
      [],
    );
    assert.ok(
      bill.dependencies.some(({ ref, dependsOn }) => ref.startsWith("bullmq@") && dependsOn.length > 0),
    );
  });

  test("says by what each is known, with its checksum", () => {
    for (const { name, version, purl, hashes } of bill.components) {
      assert.equal(purl, `pkg:npm/${name.replace("@", "%40")}@${version}`);
      assert.ok(
        hashes.some(({ alg, content }) => alg === "SHA-512" && content.length === 128),
        name,
      );
    }
  });
});

test("is written by npm run build and not by npm start, and comes into the image", () => {
  const build = readFileSync(join(root, "scripts/build.mjs"), "utf8");
  const [, byCommand = ""] = build.split("if (process.argv[1]");
  assert.match(byCommand, /await build\(\);\s+writeBillOfMaterials\(\);/);
  assert.equal(build.split("writeBillOfMaterials(").length, 2, "nothing else calls it");
  assert.match(readFileSync(join(root, "Dockerfile"), "utf8"), /COPY --from=build \/app\/build \.\/build/);
});
