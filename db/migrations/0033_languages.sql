ALTER TYPE "public"."language" ADD VALUE 'ar-XB';--> statement-breakpoint
ALTER TABLE "sender_session" ADD COLUMN "language" "language" DEFAULT 'en' NOT NULL;