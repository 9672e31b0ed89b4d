CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"by_user_id" text NOT NULL,
	"name" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_by_name" ON "saved_views" USING btree ("workspace_no","by_user_id","name");--> statement-breakpoint
ALTER TABLE "register_pages" DROP COLUMN "level";--> statement-breakpoint
ALTER TABLE "register_pages" DROP COLUMN "band";--> statement-breakpoint
ALTER TABLE "register_pages" DROP COLUMN "seat";