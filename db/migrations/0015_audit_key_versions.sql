ALTER TABLE "audit_link" ADD COLUMN "key_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_seal" ADD COLUMN "key_version" smallint DEFAULT 1 NOT NULL;