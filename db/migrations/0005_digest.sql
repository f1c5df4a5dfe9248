ALTER TABLE "deliveries" ADD COLUMN "had" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "edition_stories" ADD COLUMN "parts" jsonb;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "held_reason" text;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "faults" jsonb DEFAULT '[]'::jsonb NOT NULL;