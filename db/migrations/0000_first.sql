CREATE TABLE "article_categories" (
	"article_id" uuid NOT NULL,
	"category" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "article_categories_article_id_category_pk" PRIMARY KEY("article_id","category")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"url" text NOT NULL,
	"source_id" uuid NOT NULL,
	"guid" text,
	"kind" text DEFAULT 'text' NOT NULL,
	"title" text NOT NULL,
	"author" text,
	"language" text,
	"published_at" timestamp with time zone NOT NULL,
	"collected_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone,
	"summary" text,
	"body" text DEFAULT '' NOT NULL,
	"html" text DEFAULT '' NOT NULL,
	"word_count" integer DEFAULT 0 NOT NULL,
	"image_url" text,
	"image_alt" text,
	"page_state" text DEFAULT 'pending' NOT NULL,
	"page_tries" integer DEFAULT 0 NOT NULL,
	"page_reason" text,
	"content_hash" text NOT NULL,
	"duplicate_of_id" uuid,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(summary, '')), 'B') || setweight(to_tsvector('simple', left(body, 200000)), 'C')) STORED NOT NULL,
	CONSTRAINT "articles_slug_unique" UNIQUE("slug"),
	CONSTRAINT "articles_url_unique" UNIQUE("url")
);
--> statement-breakpoint
CREATE TABLE "related_articles" (
	"article_id" uuid NOT NULL,
	"related_id" uuid NOT NULL,
	"similarity" real NOT NULL,
	CONSTRAINT "related_articles_article_id_related_id_pk" PRIMARY KEY("article_id","related_id")
);
--> statement-breakpoint
CREATE TABLE "commentaries" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"model" text,
	"prompt_version" text,
	"opinion" jsonb,
	"action" jsonb,
	"todo" jsonb NOT NULL,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"edition_id" uuid NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"reason" text,
	"categories" text[] NOT NULL,
	"batch" integer,
	"provider_id" text,
	"planned_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "deliveries_edition_id_subscriber_id_pk" PRIMARY KEY("edition_id","subscriber_id")
);
--> statement-breakpoint
CREATE TABLE "delivery_batches" (
	"edition_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"members" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_call_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	"code" text,
	"reason" text,
	CONSTRAINT "delivery_batches_edition_id_number_pk" PRIMARY KEY("edition_id","number")
);
--> statement-breakpoint
CREATE TABLE "edition_fragments" (
	"edition_id" uuid NOT NULL,
	"key" text NOT NULL,
	"form" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"bytes" integer NOT NULL,
	CONSTRAINT "edition_fragments_edition_id_key_form_pk" PRIMARY KEY("edition_id","key","form")
);
--> statement-breakpoint
CREATE TABLE "edition_stories" (
	"edition_id" uuid NOT NULL,
	"category" text NOT NULL,
	"article_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"score" real NOT NULL,
	"snapshot" jsonb NOT NULL,
	CONSTRAINT "edition_stories_edition_id_category_article_id_pk" PRIMARY KEY("edition_id","category","article_id")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"day" date NOT NULL,
	"cadence" text DEFAULT 'daily' NOT NULL,
	"number" integer NOT NULL,
	"subject" text NOT NULL,
	"composed_at" timestamp with time zone NOT NULL,
	"frame" jsonb NOT NULL,
	CONSTRAINT "editions_number_unique" UNIQUE("number"),
	CONSTRAINT "editions_day" UNIQUE("day","cadence")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"address" text NOT NULL,
	"subscriber_id" uuid,
	"signature_id" uuid,
	"petition_id" uuid,
	"link_epoch" integer DEFAULT 0 NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"code" text,
	"reason" text,
	"provider_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "letters_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "officials" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"office" text NOT NULL,
	"jurisdiction" text,
	"party" text,
	"term_ends_day" date,
	"addresses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"phones" text[] DEFAULT '{}' NOT NULL,
	"form_url" text,
	"email" text,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"source" text NOT NULL,
	"as_of_day" date NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "officials_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "petitions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"target" text NOT NULL,
	"goal" integer NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "petitions_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"stage" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"report" jsonb,
	"code" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"petition_id" uuid NOT NULL,
	"address_key" text NOT NULL,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"place" text,
	"display" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"subscriber_id" uuid,
	"wording" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "signatures_once" UNIQUE("petition_id","address_key")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"title_configured" boolean DEFAULT false NOT NULL,
	"home_url" text,
	"licence" text NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"etag" text,
	"last_modified" text,
	"body_hash" text,
	"checked_at" timestamp with time zone,
	"succeeded_at" timestamp with time zone,
	"next_check_at" timestamp with time zone,
	"failure_count" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"error_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_url_unique" UNIQUE("url")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"act" text NOT NULL,
	"wording" text NOT NULL,
	"route" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber_categories" (
	"subscriber_id" uuid NOT NULL,
	"category" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "subscriber_categories_subscriber_id_category_pk" PRIMARY KEY("subscriber_id","category")
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"name" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"cadence" text DEFAULT 'daily' NOT NULL,
	"language" text NOT NULL,
	"timezone" text NOT NULL,
	"link_epoch" integer DEFAULT 0 NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"left_by" text,
	CONSTRAINT "subscribers_address_key_unique" UNIQUE("address_key")
);
--> statement-breakpoint
ALTER TABLE "article_categories" ADD CONSTRAINT "article_categories_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_duplicate_of" FOREIGN KEY ("duplicate_of_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_articles" ADD CONSTRAINT "related_articles_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_articles" ADD CONSTRAINT "related_articles_related_id_articles_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD CONSTRAINT "delivery_batches_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_fragments" ADD CONSTRAINT "edition_fragments_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_stories" ADD CONSTRAINT "edition_stories_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_stories" ADD CONSTRAINT "edition_stories_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_petition_id_petitions_id_fk" FOREIGN KEY ("petition_id") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriber_categories" ADD CONSTRAINT "subscriber_categories_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_categories_category" ON "article_categories" USING btree ("category","article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_guid" ON "articles" USING btree ("source_id","guid");--> statement-breakpoint
CREATE INDEX "articles_published" ON "articles" USING btree ("published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_page" ON "articles" USING btree ("page_state");--> statement-breakpoint
CREATE INDEX "articles_search" ON "articles" USING gin ("search");--> statement-breakpoint
CREATE INDEX "commentaries_origin" ON "commentaries" USING btree ("origin");--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("edition_id","batch");--> statement-breakpoint
CREATE INDEX "deliveries_subscriber" ON "deliveries" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "delivery_batches_claim" ON "delivery_batches" USING btree ("state","next_try_at","edition_id","number");--> statement-breakpoint
CREATE INDEX "edition_stories_article" ON "edition_stories" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "letters_due" ON "letters" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "runs_stage" ON "runs" USING btree ("stage","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "signatures_count" ON "signatures" USING btree ("petition_id","state","confirmed_at");--> statement-breakpoint
CREATE INDEX "sources_due" ON "sources" USING btree ("active","next_check_at");--> statement-breakpoint
CREATE INDEX "consents_subscriber" ON "consents" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "subscribers_state" ON "subscribers" USING btree ("state");