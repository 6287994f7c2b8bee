ALTER TYPE "public"."data_key_subject" ADD VALUE 'staff';--> statement-breakpoint
CREATE TABLE "attempt_count" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authenticator_app" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"secret" "bytea" NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"proven_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "email_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invitation_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "federated_identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "federated_identity_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"code_hash" "bytea",
	"done_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "known_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_device_once" UNIQUE("staff_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"credential_id" "bytea" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"synced" boolean NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_flow" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"staff_id" uuid,
	"next" text,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "sign_in_flow_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "staff_password" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authenticator_app" ADD CONSTRAINT "authenticator_app_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_code" ADD CONSTRAINT "email_code_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "federated_identity" ADD CONSTRAINT "federated_identity_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_flow" ADD CONSTRAINT "sign_in_flow_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_password" ADD CONSTRAINT "staff_password_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_count_until" ON "attempt_count" USING btree ("until");--> statement-breakpoint
CREATE UNIQUE INDEX "authenticator_app_proven" ON "authenticator_app" USING btree ("staff_id") WHERE "authenticator_app"."ended_at" is null and "authenticator_app"."proven_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "authenticator_app_offered" ON "authenticator_app" USING btree ("staff_id") WHERE "authenticator_app"."ended_at" is null and "authenticator_app"."proven_at" is null;--> statement-breakpoint
CREATE INDEX "email_code_invitation" ON "email_code" USING btree ("invitation_id","made_at");--> statement-breakpoint
CREATE INDEX "federated_identity_staff" ON "federated_identity" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "invitation_staff" ON "invitation" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "passkey_staff" ON "passkey" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "sign_in_flow_expires" ON "sign_in_flow" USING btree ("expires_at");
--> statement-breakpoint
-- Whose a passkey, a password or an identity is never changes: it is ended, and another one is added.
GRANT SELECT, INSERT ON "federated_identity", "invitation", "passkey" TO frontdoor_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "authenticator_app", "email_code", "known_device", "staff_password" TO frontdoor_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "attempt_count", "sign_in_flow" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (hash, set_at) ON "staff_password" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (proven_at, last_step, ended_at) ON "authenticator_app" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (counter, used_at, ended_at) ON "passkey" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (done_at, withdrawn_at) ON "invitation" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (tries, used_at) ON "email_code" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (last_seen_at) ON "known_device" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (count, until) ON "attempt_count" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (done_at) ON "sign_in_flow" TO frontdoor_app;
