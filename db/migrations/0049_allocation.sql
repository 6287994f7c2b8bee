ALTER TYPE "public"."clock_kind" ADD VALUE 'allocate';--> statement-breakpoint
ALTER TYPE "public"."clock_kind" ADD VALUE 'first_review';--> statement-breakpoint
ALTER TYPE "public"."clock_kind" ADD VALUE 'second_review';--> statement-breakpoint
ALTER TYPE "public"."staff_role" ADD VALUE 'social_worker' BEFORE 'strategy_chair';--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD COLUMN "allocated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD COLUMN "worker_id" uuid;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD COLUMN "worker_name" text;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD CONSTRAINT "social_work_referral_worker_id_staff_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "social_work_referral_worker" ON "social_work_referral" USING btree ("worker_id");
--> statement-breakpoint
GRANT UPDATE (allocated_at, worker_id, worker_name) ON "social_work_referral" TO frontdoor_app;
