import { openSequencer } from "#services/audit/sequencer";

/*
 * The sequencer as a worker runs it, and nothing else of the worker, so that it can be turned on and off.
 *
 * chaining.ts SEQUENCER_URL HEADS_FILE AUDIT_KEY (base64), then any first message; each later message is ["on"] or
 * ["off"], which is answered when it is so. What waited for its link is linked before "off" is answered.
 */
const [url = "", headsFile = "", auditKey = ""] = process.argv.slice(2);
/** As often as the worker does. */
const pauseMs = 500;

const sequencer = openSequencer({
  url,
  headsFile,
  auditKeys: { current: 1, keys: new Map([[1, Buffer.from(auditKey, "base64")]]) },
  now: () => new Date(),
});
let on = false;
let linking = Promise.resolve();

async function link(): Promise<void> {
  while (on) {
    await sequencer.link();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function turn(what: string): Promise<void> {
  on = what === "on";
  if (on) linking = link();
  else {
    await linking;
    while ((await sequencer.link()) > 0);
  }
  process.send?.(what);
}

process.once("message", () => {
  process.on("message", ([what]: [string]) => void turn(what));
  process.send?.("ready");
});
process.once("disconnect", () => process.exit());
process.on("unhandledRejection", (error) => {
  console.error(error);
  process.exit(1);
});
