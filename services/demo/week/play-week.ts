import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../../context.ts";
import { decide, recommend } from "./decide.ts";
import { decidedScenes } from "./decided-scenes.ts";
import { openTimeBefore } from "./open-time.ts";
import { screen } from "./screen.ts";
import { sendIn } from "./send-in.ts";
import { openStage } from "./stage.ts";
import { tellOfficer } from "./tell-officer.ts";
import { waitingScenes } from "./waiting-scenes.ts";

/** Plays every scene through the services, the oldest first. */
export async function playWeek(context: Context): Promise<void> {
  const now = context.now();
  const before = openTimeBefore(now, calendarOf(context.settings));
  const stage = await openStage(context);
  const scenes = [...decidedScenes, ...waitingScenes].sort((a, b) => b.came - a.came);
  for (const scene of scenes) {
    const sent = await sendIn(stage, scene, before(scene.came), now);
    await screen(stage, scene, sent);
    if (scene.reached === "decided") await tellOfficer(stage, scene.family, sent);
    if (!["recommended", "sent_back", "decided"].includes(scene.reached)) continue;
    const children = await recommend(stage, scene, sent);
    if (scene.reached !== "recommended") await decide(stage, scene, sent, children);
  }
}
