import { ConfigError, readMigrationConfig } from "#config";
import { DatabaseError, migrate } from "#db/migrate";
import { LoginError } from "#db/roles";

/*
 * npm run migrate: brings the database of DATABASE_OWNER_URL up to date and makes the logins that web and worker use.
 * Run it once for every release, before the new web and worker start.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  const { owner: ownerUrl, logins, dataDir, mode, redisUrl } = readMigrationConfig();
  await migrate({ ownerUrl, logins, dataDir, mode, redisUrl, say });
  const generated = Object.values(logins).some((login) => login === undefined);
  if (generated) say(`Logins with generated passwords are in ${dataDir}/secrets/database.env`);
  say("The database is up to date");
} catch (error) {
  const known = error instanceof ConfigError || error instanceof DatabaseError || error instanceof LoginError;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
