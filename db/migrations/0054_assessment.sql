ALTER TYPE "public"."staff_role" ADD VALUE 'service_manager' BEFORE 'strategy_chair';--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "needs" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_notice" ADD COLUMN "manager_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_notice" ADD COLUMN "service_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD COLUMN "consent" text;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD COLUMN "assessed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD COLUMN "assessment_outcome" text;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD COLUMN "outcome_from" text;
--> statement-breakpoint
GRANT UPDATE (consent, assessed_at, assessment_outcome, outcome_from) ON "social_work_referral" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (manager_told_at, service_told_at) ON "case_notice" TO frontdoor_app;
