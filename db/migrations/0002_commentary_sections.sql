CREATE TABLE "category_decisions" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"categories" text[] NOT NULL,
	"reviewer" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commentary_sections" (
	"article_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"model" text,
	"prompt_version" text,
	"content" jsonb,
	"reason" text,
	"verdicts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"call_ids" uuid[] DEFAULT '{}' NOT NULL,
	"reviewer" text,
	"reviewed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "commentary_sections_article_id_kind_pk" PRIMARY KEY("article_id","kind")
);
--> statement-breakpoint
CREATE TABLE "model_budgets" (
	"day" date PRIMARY KEY NOT NULL,
	"tokens" bigint DEFAULT 0 NOT NULL,
	"micro_usd" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid,
	"task" text NOT NULL,
	"model" text NOT NULL,
	"key" text NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"reserved_tokens" integer NOT NULL,
	"reserved_micro_usd" bigint NOT NULL,
	"input_tokens" integer,
	"output_tokens" integer,
	"micro_usd" bigint,
	"is_estimated" boolean DEFAULT false NOT NULL,
	"code" text,
	"reason" text,
	"answer" text,
	"is_truncated" boolean DEFAULT false NOT NULL,
	"accepted_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "commentaries" ADD COLUMN "reading" jsonb;--> statement-breakpoint
ALTER TABLE "commentaries" ADD COLUMN "alarms" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "commentaries" ADD COLUMN "reason_code" text;--> statement-breakpoint
ALTER TABLE "commentaries" ADD COLUMN "is_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "commentaries" ADD COLUMN "parked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "commentaries" ADD COLUMN "article_updated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "category_decisions" ADD CONSTRAINT "category_decisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_sections" ADD CONSTRAINT "commentary_sections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commentary_sections_state" ON "commentary_sections" USING btree ("state");--> statement-breakpoint
CREATE INDEX "model_calls_accepted" ON "model_calls" USING btree ("key") WHERE "model_calls"."accepted_at" is not null;--> statement-breakpoint
CREATE INDEX "model_calls_article" ON "model_calls" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "model_calls_day" ON "model_calls" USING btree ("day");--> statement-breakpoint
CREATE INDEX "commentaries_open" ON "commentaries" USING btree ("is_open");