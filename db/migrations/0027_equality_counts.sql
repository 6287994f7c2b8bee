CREATE TABLE "equality_count" (
	"month" date NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "equality_count_month_question_answer_pk" PRIMARY KEY("month","question","answer")
);

--> statement-breakpoint
-- Counts and no rows about anybody: whoever sends a form adds one to them.
GRANT SELECT, INSERT ON "equality_count" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (count) ON "equality_count" TO frontdoor_app;
