import type { MachineReport } from "./run.ts";

/** The run in lines, and every promise of it that did not hold with the first few that show it. */
export function tellMachine(report: MachineReport): { lines: string[]; broken: string[] } {
  const { tally, deaths, promises } = report;
  const refused = [...tally.refused.values()].reduce((sum, count) => sum + count, 0);
  return {
    lines: [
      `${report.contacts} contacts about ${report.children} children over ${report.days.toFixed(1)} days of the hub's time`,
      `${tally.done} steps done and ${refused} refused in ${tally.refused.size} ways; ${report.deliveries} deliveries, ${report.letters} emails`,
      `${deaths.before} processes died before a commit and ${deaths.after} after one`,
      `work: ${Object.entries(report.works)
        .map(([what, count]) => `${what} ${count}`)
        .join("; ")}`,
      ...promises.map(({ what, broken }) => `${String(broken.length).padStart(7)}  ${what}`),
    ],
    broken: promises
      .filter(({ broken }) => broken.length > 0)
      .map(({ what, broken }) => `${what}: ${broken.slice(0, 5).join(", ")}`),
  };
}
