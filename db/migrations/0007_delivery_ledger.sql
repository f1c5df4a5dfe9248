CREATE TABLE "delivery_rows" (
	"edition_id" uuid NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"reason" text,
	"categories" text[] NOT NULL,
	"had" uuid[],
	"batch" integer,
	"provider_id" text,
	"planned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_rows_edition_id_subscriber_id_pk" PRIMARY KEY("edition_id","subscriber_id")
) PARTITION BY LIST ("edition_id");
--> statement-breakpoint
CREATE TABLE "edition_links" (
	"edition_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"url" text NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "edition_links_edition_id_number_pk" PRIMARY KEY("edition_id","number")
);
--> statement-breakpoint
CREATE TABLE "edition_tallies" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	"bounced_forgiven" integer DEFAULT 0 NOT NULL,
	"complained_forgiven" integer DEFAULT 0 NOT NULL,
	"outcomes" jsonb
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"edition_id" uuid,
	"subscriber_id" uuid,
	"provider_id" text,
	"address_key" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_paces" (
	"name" text PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"allowed_per_second" real,
	"held_until" timestamp with time zone,
	"held_reason" text,
	"day" date NOT NULL,
	"mails" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address_key" text NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"note" text,
	CONSTRAINT "suppressions_address_key_cause_pk" PRIMARY KEY("address_key","cause")
);
--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "subscriber_ids" uuid[];--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "made_by" text;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "provider_ids" text[];--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "categories" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "edition_links" ADD CONSTRAINT "edition_links_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_tallies" ADD CONSTRAINT "edition_tallies_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_events_address" ON "mail_events" USING btree ("address_key","at");--> statement-breakpoint
CREATE INDEX "mail_events_received" ON "mail_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "suppressions_at" ON "suppressions" USING btree ("at");--> statement-breakpoint
DO $$
DECLARE
	edition uuid;
	rows_of text;
BEGIN
	FOR edition IN SELECT DISTINCT "edition_id" FROM "deliveries" LOOP
		rows_of := 'delivery_rows_' || replace(edition::text, '-', '');
		EXECUTE format('CREATE TABLE %I (LIKE "delivery_rows" INCLUDING ALL)', rows_of);
		EXECUTE format('ALTER TABLE "delivery_rows" ATTACH PARTITION %I FOR VALUES IN (%L)', rows_of, edition);
	END LOOP;
END $$;--> statement-breakpoint
INSERT INTO "delivery_rows" ("edition_id", "subscriber_id", "state", "code", "reason", "categories", "had", "batch", "provider_id", "planned_at")
	SELECT "edition_id", "subscriber_id", "state", "code", "reason", "categories", nullif("had", '{}'), "batch", "provider_id", "planned_at"
	FROM "deliveries";--> statement-breakpoint
UPDATE "delivery_batches" SET "due_at" = coalesce("next_try_at", now()), "subscriber_ids" = '{}';--> statement-breakpoint
UPDATE "delivery_batches" b SET "subscriber_ids" = found.ids, "submitted_at" = found.at FROM (
	SELECT "edition_id", "batch", max("submitted_at") AS at,
		coalesce(array_agg("subscriber_id" ORDER BY "subscriber_id") FILTER (WHERE "state" <> 'skipped'), '{}') AS ids
	FROM "deliveries" WHERE "batch" IS NOT NULL GROUP BY "edition_id", "batch") found
	WHERE found."edition_id" = b."edition_id" AND found."batch" = b."number";--> statement-breakpoint
UPDATE "delivery_batches" SET "members" = NULL, "state" = 'uncertain', "code" = 'batch.other_version',
	"reason" = 'Its first call was made by an earlier version, which made its mails another way.'
	WHERE "state" IN ('planned', 'claimed') AND "first_call_at" IS NOT NULL;--> statement-breakpoint
UPDATE "delivery_batches" SET "members" = NULL;--> statement-breakpoint
UPDATE "subscribers" s SET "categories" = chosen.categories FROM (
	SELECT "subscriber_id", array_agg("category" ORDER BY "position", "category") AS categories
	FROM "subscriber_categories" GROUP BY "subscriber_id") chosen
	WHERE chosen."subscriber_id" = s."id";
