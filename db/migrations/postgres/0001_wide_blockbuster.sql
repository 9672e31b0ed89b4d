CREATE TABLE "decided_suppliers" (
	"key" bigint PRIMARY KEY NOT NULL,
	"decisions" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "generation_groups" (
	"generation" bigint NOT NULL,
	"no" bigint NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"suppliers" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"amounts" text NOT NULL,
	"known_rows" bigint NOT NULL,
	"known_amounts" text NOT NULL,
	"aside_rows" bigint NOT NULL,
	"aside_amounts" text NOT NULL,
	"aside_reasons" text NOT NULL,
	"guess" text,
	"guess_rows" bigint NOT NULL,
	"samples" text NOT NULL,
	CONSTRAINT "generation_groups_generation_no_pk" PRIMARY KEY("generation","no")
);
--> statement-breakpoint
CREATE TABLE "generation_payees" (
	"generation" bigint NOT NULL,
	"no" bigint NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"supplier_no" bigint,
	"parts" text NOT NULL,
	CONSTRAINT "generation_payees_generation_no_pk" PRIMARY KEY("generation","no")
);
--> statement-breakpoint
CREATE TABLE "generation_unresolved" (
	"generation" bigint NOT NULL,
	"no" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"rows" bigint NOT NULL,
	"amounts" text NOT NULL,
	CONSTRAINT "generation_unresolved_generation_no_pk" PRIMARY KEY("generation","no")
);
--> statement-breakpoint
CREATE TABLE "understanding_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"decision" jsonb NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE INDEX "understanding_decisions_by_key" ON "understanding_decisions" USING btree ("workspace_no","scope","key");