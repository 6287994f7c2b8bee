ALTER TABLE "person_link" ADD COLUMN "ended_reason" "bytea";
--> statement-breakpoint
GRANT UPDATE (ended_reason) ON "person_link" TO frontdoor_app;
