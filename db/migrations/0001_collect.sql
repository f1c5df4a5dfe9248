CREATE TABLE "article_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_prints" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"version" smallint NOT NULL,
	"terms" "bytea" NOT NULL,
	"shingles" "bytea" NOT NULL,
	"embedding" "bytea",
	"embedded_by" text
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "date_mark" text DEFAULT 'given' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "media_url" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "media_seconds" integer;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "page_code" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "story_id" uuid;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "origin" text DEFAULT 'config' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "outlet" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "user_agent" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "pages" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "fetch_url" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "moved_to" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "moved_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "moved_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "failing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "newest_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "articles_per_day" real;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "longest_gap_hours" real;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "hub_url" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "topic_url" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "hub_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_prints" ADD CONSTRAINT "article_prints_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_versions_article" ON "article_versions" USING btree ("article_id","replaced_at");--> statement-breakpoint
CREATE INDEX "articles_story" ON "articles" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "articles_duplicate" ON "articles" USING btree ("duplicate_of_id") WHERE "articles"."duplicate_of_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_unsettled" ON "articles" USING btree ("published_at") WHERE "articles"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "sources_outlet" ON "sources" USING btree ("outlet");