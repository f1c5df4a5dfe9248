ALTER TABLE "deliveries" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "subscriber_categories" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "deliveries" CASCADE;--> statement-breakpoint
DROP TABLE "subscriber_categories" CASCADE;--> statement-breakpoint
DROP INDEX "delivery_batches_claim";--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "members" SET DATA TYPE json USING "members"::json;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "due_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "subscriber_ids" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "delivery_batches_due" ON "delivery_batches" USING btree ("due_at","edition_id","number") WHERE state in ('planned', 'claimed');--> statement-breakpoint
ALTER TABLE "delivery_batches" DROP COLUMN "lease_until";--> statement-breakpoint
ALTER TABLE "delivery_batches" DROP COLUMN "next_try_at";--> statement-breakpoint
CREATE VIEW "public"."deliveries" AS (
  select r.edition_id, r.subscriber_id,
    case when r.state <> 'planned' then r.state when b.state in ('submitted', 'skipped', 'failed', 'uncertain') then b.state
      else 'planned' end as state,
    case when r.state = 'planned' then b.code else r.code end as code,
    case when r.state = 'planned' then b.reason else r.reason end as reason,
    r.categories, coalesce(r.had, '{}'::uuid[]) as had, r.batch,
    coalesce(r.provider_id, b.provider_ids[array_position(b.subscriber_ids, r.subscriber_id)]) as provider_id,
    r.planned_at, b.submitted_at
  from delivery_rows r left join delivery_batches b on b.edition_id = r.edition_id and b.number = r.batch);--> statement-breakpoint
ALTER TABLE "delivery_batches" SET (toast_tuple_target = 8160);
