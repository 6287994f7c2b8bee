import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import semver from "semver";
import { z } from "zod";

/**
 * Stands in for `npm audit`, which needs a network and a registry that answers it. What is below a floor, what
 * has crept into production and what would make `npm ci` refuse is read from the lock file alone.
 */

const root = join(import.meta.dirname, "../..");
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));

const versions = z.record(z.string(), z.string()).default({});
const lockedSchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  /** The name that it has in the registry, where it is installed under another one. */
  name: z.string().optional(),
  link: z.boolean().default(false),
  license: z.string().optional(),
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  peerDependencies: versions,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
});
type Locked = z.output<typeof lockedSchema>;

const lock = z
  .object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), lockedSchema) })
  .parse(read("package-lock.json"));

const manifest = z
  .object({ dependencies: versions, devDependencies: versions, overrides: versions })
  .parse(read("package.json"));

const named = z.object({ package: z.string(), why: z.string() });
const floors = z
  .object({
    reviewed: z.iso.date(),
    advisories: z.record(
      z.string(),
      z.array(z.object({ range: z.string(), fixed: z.string(), id: z.string(), what: z.string() })),
    ),
    absent: z.array(named),
    absentInProduction: z.array(named),
    overrides: z.array(named.extend({ version: z.string() })),
    installScripts: z.array(z.string()),
    renamed: z.array(z.string()),
    licences: z.array(z.string()),
    undeclaredLicences: z.array(named.extend({ version: z.string(), licence: z.string() })),
  })
  .parse(read("assurance/floors.json"));

type Copy = Locked & { name: string; path: string };
const copies: Copy[] = Object.entries(lock.packages)
  .filter(([path]) => path !== "")
  .map(([path, locked]) => ({
    ...locked,
    path,
    name: locked.name ?? path.slice(path.lastIndexOf("node_modules/") + 13),
  }));
const inProduction = copies.filter(({ dev }) => !dev);

const matches = (pattern: string, name: string) =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

function belowFloor(installed: Pick<Copy, "name" | "version" | "path">[]): string[] {
  return installed.flatMap(({ name, version, path }) =>
    (floors.advisories[name] ?? [])
      .filter(({ range }) => semver.satisfies(version ?? "", range, { includePrerelease: true }))
      .map(({ id, fixed }) => `${path} ${version} is below ${fixed} (${id})`),
  );
}

/** Where Node and npm would find `name` for the package at `path`: beside it, then outwards. */
function resolve(path: string, name: string): Locked | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const found = lock.packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`];
    if (found || at === "") return found;
  }
}

describe("floors", () => {
  test("no copy of a package is below its floor", () => {
    assert.deepEqual(belowFloor(copies), []);
    const advisories = Object.values(floors.advisories).flat().length;
    const days = Math.floor((Date.now() - Date.parse(floors.reviewed)) / 86_400_000);
    console.log(
      `lock file: ${copies.length} packages (${inProduction.length} in production) against ${advisories} advisories ` +
        `for ${Object.keys(floors.advisories).length} packages, reviewed ${floors.reviewed}` +
        (days > 30 ? `: ${days} days ago, review assurance/floors.json` : ""),
    );
  });

  for (const [name, advisories] of Object.entries(floors.advisories)) {
    for (const { id, range, fixed } of advisories) {
      test(`${name} ${range} would be found (${id})`, () => {
        const lowest = semver.minVersion(range)?.version;
        assert.ok(belowFloor([{ name, version: lowest, path: name }]).some((line) => line.includes(id)));
        assert.equal(
          semver.satisfies(fixed, range),
          false,
          `${fixed} is said to be fixed and is in ${range}`,
        );
      });
    }
  }

  for (const { package: pattern, why } of floors.absent) {
    test(`${pattern} is not installed: ${why}`, () => {
      assert.deepEqual(
        copies.filter(({ name }) => matches(pattern, name)).map(({ path }) => path),
        [],
      );
    });
  }
});

describe("the production tree", () => {
  for (const { package: pattern, why } of floors.absentInProduction) {
    test(`has no ${pattern}: ${why}`, () => {
      assert.deepEqual(
        inProduction.filter(({ name }) => matches(pattern, name)).map(({ path }) => path),
        [],
      );
    });
  }

  test("has every dependency of package.json", () => {
    const names = new Set(inProduction.map(({ name }) => name));
    assert.deepEqual(
      Object.keys(manifest.dependencies).filter((name) => !names.has(name)),
      [],
    );
  });
});

describe("npm ci", () => {
  test("finds that the lock file says what package.json says", () => {
    const { dependencies, devDependencies } = lockedSchema.parse(lock.packages[""]);
    assert.deepEqual(
      { dependencies, devDependencies },
      { dependencies: manifest.dependencies, devDependencies: manifest.devDependencies },
    );
  });

  test("finds every package that another one asks for, on every platform", () => {
    const missing = copies.flatMap((copy) => {
      const peers = Object.keys(copy.peerDependencies).filter(
        (name) => copy.peerDependenciesMeta[name]?.optional !== true,
      );
      return [...Object.keys({ ...copy.dependencies, ...copy.optionalDependencies }), ...peers]
        .filter((name) => !resolve(copy.path, name))
        .map((name) => `Missing: ${name}, for ${copy.path}`);
    });
    assert.deepEqual(missing, []);
  });

  test("finds versions that fit, but for the overrides", () => {
    const misfits = copies.flatMap((copy) =>
      Object.entries({ ...copy.dependencies, ...copy.optionalDependencies })
        .filter(([name, range]) => semver.validRange(range) !== null && !(name in manifest.overrides))
        .filter(([name, range]) => !semver.satisfies(resolve(copy.path, name)?.version ?? "", range))
        .map(([name, range]) => `${copy.path} wants ${name} ${range}`),
    );
    assert.deepEqual(misfits, []);
  });

  for (const { package: name, version, why } of floors.overrides) {
    test(`gets ${name} ${version}: ${why}`, () => {
      assert.equal(manifest.overrides[name], version);
      const found = copies.filter((copy) => copy.name === name).map((copy) => copy.version);
      assert.ok(found.length > 0, `${name} is no longer installed: drop the override`);
      assert.deepEqual([...new Set(found)], [version]);
    });
  }

  test("installs exact versions, each with a checksum, and none from git, a folder or a bare link", () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies };
    assert.deepEqual(
      Object.entries(asked).filter(([, version]) => semver.valid(version) === null),
      [],
    );
    assert.deepEqual(
      copies.filter(({ integrity }) => !/^sha512-.{88}$/.test(integrity ?? "")).map(({ path }) => path),
      [],
    );
  });

  test("gets every package from npm's registry, under its own name", () => {
    // npm writes an address only for what is not from the registry that it is set to (.npmrc); the checksum above says
    // that it is the same package.
    const elsewhere = copies.filter(({ resolved, link }) => link || resolved !== undefined);
    assert.deepEqual(
      elsewhere.map(({ path, resolved }) => `${path} from ${resolved}`),
      [],
    );
    // A package that lies under another one's name is how a name of ours could be taken by somebody else.
    const renamed = copies.filter(({ path, name }) => !path.endsWith(`node_modules/${name}`));
    assert.deepEqual(
      renamed.map(({ path, name }) => `${name} as ${path}`).filter((line) => !floors.renamed.includes(line)),
      [],
    );
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    assert.deepEqual(
      asked.filter(([, version]) => version.startsWith("npm:")),
      [],
    );
  });

  test("brings nothing under a licence that nobody here has read", () => {
    const readInFile = ({ name, version }: Copy) =>
      floors.undeclaredLicences.find((one) => one.package === name && one.version === version)?.licence;
    const strange = inProduction.filter(
      (copy) => !floors.licences.includes(copy.license ?? readInFile(copy) ?? "none"),
    );
    assert.deepEqual(
      strange.map(({ path, license }) => `${path}: ${license}`),
      [],
    );
  });

  test("runs install scripts of known packages only", () => {
    const known = (name: string) => floors.installScripts.some((pattern) => matches(pattern, name));
    assert.deepEqual(
      copies.filter(({ name, hasInstallScript }) => hasInstallScript && !known(name)).map(({ path }) => path),
      [],
    );
    const idle = floors.installScripts.filter(
      (pattern) => !copies.some(({ name, hasInstallScript }) => hasInstallScript && matches(pattern, name)),
    );
    assert.deepEqual(idle, [], "allowed and no longer there: take it off the list");
  });
});
