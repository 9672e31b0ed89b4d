CREATE TABLE "import_mappings" (
	"workspace_no" bigint NOT NULL,
	"header_hash" text NOT NULL,
	"headers" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"import_id" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mappings_workspace_no_header_hash_pk" PRIMARY KEY("workspace_no","header_hash")
);
--> statement-breakpoint
CREATE TABLE "list_differences" (
	"generation" bigint NOT NULL,
	"kind" text NOT NULL,
	"position" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"name" text NOT NULL,
	"old_name" text,
	"columns" text,
	CONSTRAINT "list_differences_generation_kind_position_pk" PRIMARY KEY("generation","kind","position")
);
--> statement-breakpoint
CREATE TABLE "originals" (
	"upload_id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"state" text NOT NULL,
	"stored_path" text,
	"bytes" bigint,
	"emptied" jsonb NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"delete_after" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "originals_by_end" ON "originals" USING btree ("state","delete_after");