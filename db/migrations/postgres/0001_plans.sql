CREATE TABLE "plan_entries" (
	"plan_id" text NOT NULL,
	"supplier_no" bigint NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_id" text NOT NULL,
	"name" text NOT NULL,
	"part" text NOT NULL,
	"position" bigint NOT NULL,
	"standing" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"next_step" jsonb NOT NULL,
	"action_kind" text NOT NULL,
	"moved_from" text,
	"moved_by" text,
	"moved_at" timestamp (3) with time zone,
	"moved_reason" text,
	"outcome" text DEFAULT 'not-started' NOT NULL,
	"outcome_on" text,
	"outcome_note" text,
	"outcome_by" text,
	"outcome_at" timestamp (3) with time zone,
	CONSTRAINT "plan_entries_plan_id_supplier_no_pk" PRIMARY KEY("plan_id","supplier_no")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"place" text NOT NULL,
	"state" text NOT NULL,
	"generation" bigint NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"model_id" text NOT NULL,
	"data_date" text NOT NULL,
	"capacity" bigint NOT NULL,
	"seed" text NOT NULL,
	"summary" jsonb NOT NULL,
	"note" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"accepted_by" text,
	"accepted_at" timestamp (3) with time zone,
	"record_sha256" text,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plan_entries" ADD CONSTRAINT "plan_entries_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plans_by_place" ON "plans" USING btree ("workspace_no","place");