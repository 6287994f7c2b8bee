import { useRouteLoaderData } from "@remix-run/react";
import type { Site } from "../../http/site.ts";

const unknown: Site = { authority: "", phones: { day: "", night: "" }, hours: "", open: true, demo: false };

/** What the root loader found; blanks when even that failed, so that an error page can always be drawn. */
export const useSite = (): Site => useRouteLoaderData<{ site: Site }>("root")?.site ?? unknown;
