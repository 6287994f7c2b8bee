/**
 * BullMQ's PostgreSQL backend takes the time from the worker: one that was 60 s ahead ran 5 of 5 healthy jobs of
 * another a second time. Our own deadlines are computed here too. Beyond this a worker must not work.
 */
const skewAllowedMs = 2_000;

/**
 * How far this machine's clock is ahead of the database's, in milliseconds; negative when behind. The best of three,
 * because the answer is off by up to half the round trip.
 */
async function clockSkewMs(databaseTime: () => Promise<Date>, now: () => number = Date.now): Promise<number> {
  let best = { roundTrip: Infinity, skew: 0 };
  for (let sample = 0; sample < 3; sample += 1) {
    const before = performance.now();
    const database = await databaseTime();
    const roundTrip = performance.now() - before;
    if (roundTrip < best.roundTrip) best = { roundTrip, skew: now() - roundTrip / 2 - database.getTime() };
  }
  return best.skew;
}

class ClockSkewed extends Error {
  override name = "ClockSkewed";
}

/** @throws ClockSkewed with a message for the operator */
export async function refuseSkewedClock(
  databaseTime: () => Promise<Date>,
  now?: () => number,
): Promise<void> {
  const skew = await clockSkewMs(databaseTime, now);
  if (Math.abs(skew) <= skewAllowedMs) return;
  const seconds = Math.round(Math.abs(skew) / 100) / 10;
  throw new ClockSkewed(
    `This machine's clock is ${seconds} s ${skew > 0 ? "ahead of" : "behind"} the database's. Set it right (NTP) and start again.`,
  );
}
