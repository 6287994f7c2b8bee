CREATE TABLE "passphrase" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "passphrase" ADD CONSTRAINT "passphrase_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
GRANT SELECT, INSERT ON "passphrase" TO frontdoor_app;
--> statement-breakpoint
-- Compared by the services alone, which know the reference that somebody typed.
CREATE POLICY anything ON passphrase USING (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
ALTER TABLE passphrase ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE passphrase FORCE ROW LEVEL SECURITY;
