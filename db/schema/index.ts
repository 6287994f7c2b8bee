export * from "./decision.ts";
export * from "./directory.ts";
export * from "./intake.ts";
export * from "./pathways.ts";
export * from "./people.ts";
export * from "./proof.ts";
export * from "./restricted.ts";
export * from "./screening.ts";
