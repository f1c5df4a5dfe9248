ALTER TABLE "commentaries" DROP COLUMN "prompt_version";--> statement-breakpoint
ALTER TABLE "commentaries" DROP COLUMN "opinion";--> statement-breakpoint
ALTER TABLE "commentaries" DROP COLUMN "action";--> statement-breakpoint
ALTER TABLE "commentaries" DROP COLUMN "todo";