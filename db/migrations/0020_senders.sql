ALTER TYPE "public"."data_key_subject" ADD VALUE 'sender';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'remind-of-drafts' BEFORE 'run-retention';--> statement-breakpoint
CREATE TABLE "draft_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sender" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_key" "bytea" NOT NULL,
	"key_version" smallint NOT NULL,
	"particulars" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"proven_at" timestamp with time zone,
	CONSTRAINT "sender_email_key_unique" UNIQUE("email_key")
);
--> statement-breakpoint
CREATE TABLE "sender_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sender_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"proven_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sender_session_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "sender_id" uuid;--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "offered_to_id" uuid;--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "reminded" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "referrer" ADD COLUMN "sender_id" uuid;--> statement-breakpoint
ALTER TABLE "draft_notice" ADD CONSTRAINT "draft_notice_draft_id_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_session" ADD CONSTRAINT "sender_session_sender_id_sender_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."sender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_notice_draft" ON "draft_notice" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "sender_session_sender" ON "sender_session" USING btree ("sender_id");--> statement-breakpoint
CREATE INDEX "sender_session_expires" ON "sender_session" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_sender_id_sender_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."sender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_offered_to_id_sender_id_fk" FOREIGN KEY ("offered_to_id") REFERENCES "public"."sender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrer" ADD CONSTRAINT "referrer_sender_id_sender_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."sender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_sender" ON "draft" USING btree ("sender_id","created_at") WHERE "draft"."sender_id" is not null;--> statement-breakpoint
CREATE INDEX "draft_offered" ON "draft" USING btree ("offered_to_id") WHERE "draft"."offered_to_id" is not null;--> statement-breakpoint
CREATE INDEX "referrer_sender" ON "referrer" USING btree ("sender_id","id") WHERE "referrer"."sender_id" is not null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "sender", "sender_session", "draft_notice" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (email_key, key_version, particulars, proven_at) ON "sender" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (secret_hash, tries, proven_at, expires_at), DELETE ON "sender_session" TO frontdoor_app;
--> statement-breakpoint
-- Who sends from outside is looked up by the services alone, which compare the secret of the browser first.
DO $$
DECLARE protected text;
BEGIN
  FOREACH protected IN ARRAY ARRAY['sender', 'sender_session', 'draft_notice']
  LOOP
    EXECUTE format('CREATE POLICY anything ON %I USING (current_setting(''frontdoor.sees'', true) = ''all'')', protected);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', protected);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', protected);
  END LOOP;
  -- Administrators are told how many still need an older key; everything about them is sealed.
  CREATE POLICY counted ON sender FOR SELECT USING (current_setting('frontdoor.roles', true) LIKE '%,administrator,%');
  -- A form is opened by whoever it belongs to, too: the browser's secret makes its own session be there.
  CREATE POLICY own ON sender_session FOR SELECT USING (current_setting('frontdoor.sees', true) = 'own'
    AND encode(secret_hash, 'hex') = current_setting('frontdoor.own_sender', true));
END $$;
