CREATE TABLE "action_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"action_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_day" text NOT NULL,
	"result" text,
	"text" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_contents" (
	"workspace_no" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"salt" text NOT NULL,
	"contents" text NOT NULL,
	CONSTRAINT "audit_contents_workspace_no_seq_pk" PRIMARY KEY("workspace_no","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"workspace_no" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_user_id" text,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"seals" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_events_workspace_no_seq_pk" PRIMARY KEY("workspace_no","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"workspace_no" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"salt" text,
	"lines" text NOT NULL,
	CONSTRAINT "audit_seals_workspace_no_seq_pk" PRIMARY KEY("workspace_no","seq")
);
--> statement-breakpoint
CREATE TABLE "buyer_profiles" (
	"workspace_no" bigint PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"body" text,
	"size" text,
	"buys" text,
	"sector" text,
	"sells_to" jsonb NOT NULL,
	"keep_years" bigint,
	"stated_by" text NOT NULL,
	"stated_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "buying_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"kind" text NOT NULL,
	"contract_id" text,
	"contents" jsonb NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category_assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"number" bigint NOT NULL,
	"version" bigint NOT NULL,
	"replaces" text,
	"reason" text,
	"title" text NOT NULL,
	"input" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"chosen" jsonb NOT NULL,
	"model_id" text NOT NULL,
	"data_date" text NOT NULL,
	"data_hash" text NOT NULL,
	"filed_by" text NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"record_sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"check_id" text NOT NULL,
	"kind" text NOT NULL,
	"contents" jsonb NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitment_judgements" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"commitment_id" text NOT NULL,
	"position" bigint NOT NULL,
	"edition" text NOT NULL,
	"edition_sha256" text NOT NULL,
	"judgement" text NOT NULL,
	"reason" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"by_user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone,
	"taken_back_by" text,
	"taken_back_at" timestamp (3) with time zone,
	"taken_back_reason" text
);
--> statement-breakpoint
CREATE TABLE "contract_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"contract_id" text NOT NULL,
	"kind" text NOT NULL,
	"contents" jsonb NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"contractor" text NOT NULL,
	"supplier_no" bigint,
	"check_id" text,
	"starts_on" text NOT NULL,
	"ends_on" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "control_totals" (
	"generation" bigint NOT NULL,
	"currency" text NOT NULL,
	"file_total" text NOT NULL,
	"counted" text NOT NULL,
	"credit_notes" text NOT NULL,
	"set_aside" text NOT NULL,
	"rejected" text NOT NULL,
	CONSTRAINT "control_totals_generation_currency_pk" PRIMARY KEY("generation","currency")
);
--> statement-breakpoint
CREATE TABLE "corrective_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"supplier_id" text NOT NULL,
	"supplier_name" text NOT NULL,
	"finding_id" text,
	"severity" text NOT NULL,
	"title" text NOT NULL,
	"root_cause" text NOT NULL,
	"practices" jsonb NOT NULL,
	"practices_note" text NOT NULL,
	"involvement" text NOT NULL,
	"owner_id" text NOT NULL,
	"supplier_owner" text NOT NULL,
	"start_on" text,
	"due_on" text,
	"done_on" text,
	"cost" text,
	"cost_currency" text,
	"cost_borne_by" text NOT NULL,
	"indicator" text NOT NULL,
	"baseline" text NOT NULL,
	"target" text NOT NULL,
	"consultation" text NOT NULL,
	"evidence" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"state_by" text NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	"verified_by" text,
	"verified_at" timestamp (3) with time zone,
	"verified_how" text,
	"self_verified" boolean DEFAULT false NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "danger_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"contact" text NOT NULL,
	"source" text NOT NULL,
	"checked_on" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "decided_suppliers" (
	"key" bigint PRIMARY KEY NOT NULL,
	"decisions" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "derived_models" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"model_id" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"valid_from" text,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "duplicate_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"pair_id" text NOT NULL,
	"decision" text NOT NULL,
	"from_no" bigint NOT NULL,
	"into_no" bigint NOT NULL,
	"reason" text NOT NULL,
	"left_hash" text NOT NULL,
	"right_hash" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "duplicate_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"left_no" bigint NOT NULL,
	"right_no" bigint NOT NULL,
	"score" double precision NOT NULL,
	"left" jsonb NOT NULL,
	"right" jsonb NOT NULL,
	"answer" jsonb NOT NULL,
	"left_hash" text NOT NULL,
	"right_hash" text NOT NULL,
	"state" text NOT NULL,
	"decision_id" text,
	"found_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"changes" jsonb,
	"screening_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ended_workspaces" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"events" bigint NOT NULL,
	"head_hash" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"file_name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"stored_path" text NOT NULL,
	"shows" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" text,
	"expires_on" text,
	"strength" text NOT NULL,
	"tier" bigint,
	"site" text,
	"product" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_reason" text,
	"access_class" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_packs" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"generation" bigint NOT NULL,
	"file_name" text NOT NULL,
	"suppliers" bigint NOT NULL,
	"model_id" text NOT NULL,
	"data_date" text NOT NULL,
	"up_to" text NOT NULL,
	"withheld" jsonb NOT NULL,
	"head_seq" bigint NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"faults" bigint NOT NULL,
	"lines" jsonb,
	"report_id" text,
	"stamped_at" timestamp (3) with time zone,
	"stamped_by" text,
	"stamp_fingerprint" text,
	"stored_path" text NOT NULL,
	"asked_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_uses" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"evidence_id" text NOT NULL,
	"used_for" text NOT NULL,
	"used_for_id" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"finding_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text,
	"access_class" text,
	"text" text NOT NULL,
	"answer_by" text,
	"valid_on" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_reason" text
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"source" text NOT NULL,
	"said_by" text NOT NULL,
	"found_on" text NOT NULL,
	"site" text,
	"product" text,
	"indicators" jsonb NOT NULL,
	"severity" text NOT NULL,
	"summary" text NOT NULL,
	"status" text NOT NULL,
	"waiting_step_id" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_reason" text,
	"version" bigint DEFAULT 1 NOT NULL,
	"access_class" text NOT NULL,
	"floor_finding_id" text
);
--> statement-breakpoint
CREATE TABLE "floor_findings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"ground" text NOT NULL,
	"source" text NOT NULL,
	"year" bigint,
	"match_decision_id" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" text,
	"lifted_at" timestamp (3) with time zone,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone
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
CREATE TABLE "generation_seals" (
	"generation" bigint NOT NULL,
	"table_name" text NOT NULL,
	"slice" bigint NOT NULL,
	"digests" "bytea" NOT NULL,
	CONSTRAINT "generation_seals_generation_table_name_slice_pk" PRIMARY KEY("generation","table_name","slice")
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
CREATE TABLE "generations" (
	"no" bigserial PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"import_id" text,
	"state" text NOT NULL,
	"model_id" text NOT NULL,
	"data_date" text NOT NULL,
	"data_hash" text NOT NULL,
	"suppliers" bigint DEFAULT 0 NOT NULL,
	"records" bigint DEFAULT 0 NOT NULL,
	"pages_ready" boolean DEFAULT false NOT NULL,
	"search_ready" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"upload_id" text NOT NULL,
	"state" text NOT NULL,
	"settings" jsonb,
	"inspection" jsonb,
	"generation" bigint,
	"previous_generation" bigint,
	"summary" jsonb,
	"problem" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"renewed_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"accepted_by" text
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"progress" jsonb,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"claimed_by" text,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"problem" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"heartbeat_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
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
CREATE TABLE "list_editions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"list_id" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"licence" text NOT NULL,
	"date" text NOT NULL,
	"read_on" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"entries" bigint NOT NULL,
	"left_out" jsonb NOT NULL,
	"changes" jsonb,
	"content" "bytea" NOT NULL,
	"loaded_by" text,
	"loaded_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "lot_bidders" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"lot_id" text NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"identifier" text,
	"supplier_no" bigint,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lot_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"lot_id" text NOT NULL,
	"stage" text NOT NULL,
	"text" text NOT NULL,
	"link" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"reference" text NOT NULL,
	"name" text NOT NULL,
	"buyer" text NOT NULL,
	"subject" text NOT NULL,
	"cpv" text,
	"value" text,
	"currency" text,
	"regime" text NOT NULL,
	"national" jsonb NOT NULL,
	"checklist" text,
	"category_id" text,
	"stages" jsonb NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_candidates" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"list_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"score" double precision NOT NULL,
	"rank" double precision NOT NULL,
	"supplier" jsonb NOT NULL,
	"entry" jsonb NOT NULL,
	"answer" jsonb NOT NULL,
	"supplier_hash" text NOT NULL,
	"entry_hash" text NOT NULL,
	"state" text NOT NULL,
	"cause" text NOT NULL,
	"decision_id" text,
	"found_at" timestamp (3) with time zone NOT NULL,
	"screening_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"candidate_id" text NOT NULL,
	"supplier_no" bigint NOT NULL,
	"list_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"supplier_hash" text NOT NULL,
	"entry_hash" text NOT NULL,
	"edition_date" text NOT NULL,
	"out_of_date" boolean NOT NULL,
	"checked_on" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "member_preferences" (
	"workspace_no" bigint NOT NULL,
	"user_id" text NOT NULL,
	"guide_hidden" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_preferences_workspace_no_user_id_pk" PRIMARY KEY("workspace_no","user_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"workspace_no" bigint NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_workspace_no_user_id_pk" PRIMARY KEY("workspace_no","user_id")
);
--> statement-breakpoint
CREATE TABLE "model_comparisons" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"from_model" text NOT NULL,
	"to_model" text NOT NULL,
	"generation" bigint NOT NULL,
	"summary" jsonb,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
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
CREATE TABLE "own_corridors" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"origin" text NOT NULL,
	"destination" text NOT NULL,
	"workers" text NOT NULL,
	"kind" text NOT NULL,
	"usd" double precision NOT NULL,
	"told" jsonb NOT NULL,
	"year" bigint NOT NULL,
	"source" text NOT NULL,
	"note" text NOT NULL,
	"valid_from" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "own_fee_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"country" text NOT NULL,
	"side" text NOT NULL,
	"rule" text NOT NULL,
	"covers" text NOT NULL,
	"value" double precision,
	"unit" text NOT NULL,
	"year" bigint NOT NULL,
	"source" text NOT NULL,
	"note" text NOT NULL,
	"valid_from" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
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
	"added_by" text,
	"added_at" timestamp (3) with time zone,
	"added_reason" text,
	"due_on" text,
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
CREATE TABLE "protected_evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"file_name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"stored_path" text NOT NULL,
	"shows" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" text,
	"expires_on" text,
	"strength" text NOT NULL,
	"tier" bigint,
	"site" text,
	"product" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_reason" text,
	"finding_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protected_finding_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"finding_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text,
	"access_class" text,
	"text" text NOT NULL,
	"answer_by" text,
	"valid_on" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_reason" text,
	"signs" jsonb
);
--> statement-breakpoint
CREATE TABLE "protected_findings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"source" text NOT NULL,
	"said_by" text NOT NULL,
	"found_on" text NOT NULL,
	"site" text,
	"product" text,
	"indicators" jsonb NOT NULL,
	"severity" text NOT NULL,
	"summary" text NOT NULL,
	"status" text NOT NULL,
	"waiting_step_id" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_reason" text,
	"version" bigint DEFAULT 1 NOT NULL,
	"released_as" text
);
--> statement-breakpoint
CREATE TABLE "protected_releases" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"batch" text NOT NULL,
	"group_size" bigint NOT NULL,
	"assessed_by" text NOT NULL,
	"assessed_on" text NOT NULL,
	"assessment" text NOT NULL,
	"released_by" text NOT NULL,
	"released_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"batch" text NOT NULL,
	"what" text NOT NULL,
	"value" jsonb,
	"proof" text NOT NULL,
	"told" jsonb,
	"valid_from" text NOT NULL,
	"source" text NOT NULL,
	"protected_source" text,
	"released_at" timestamp (3) with time zone,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "record_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" text NOT NULL,
	"section" text,
	"content_sha256" text,
	"answers" text,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"by_user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "reference_datasets" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"licence" text NOT NULL,
	"url" text,
	"sha256" text NOT NULL,
	"rows" bigint NOT NULL,
	"retrieved_on" text NOT NULL,
	"loaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_pages" (
	"slot" bigint PRIMARY KEY NOT NULL,
	"supplier_no" bigint NOT NULL,
	"traits" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_rows" (
	"key" bigint PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"generation" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"seat" text,
	"role" bigint NOT NULL,
	"isic" text,
	"amounts" text,
	"spend_main" double precision,
	"row_count" bigint NOT NULL,
	"level" bigint NOT NULL,
	"score" double precision,
	"band" bigint,
	"range_low" double precision,
	"range_high" double precision,
	"severity" bigint,
	"likelihood" bigint,
	"priority" bigint NOT NULL,
	"details" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rename_proposals" (
	"generation" bigint NOT NULL,
	"new_supplier_no" bigint NOT NULL,
	"old_supplier_no" bigint NOT NULL,
	"reason" text NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "rename_proposals_generation_new_supplier_no_old_supplier_no_pk" PRIMARY KEY("generation","new_supplier_no","old_supplier_no")
);
--> statement-breakpoint
CREATE TABLE "repayment_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_day" text NOT NULL,
	"amount" text NOT NULL,
	"way" text,
	"party" text,
	"accepted_by" text,
	"in_private" boolean,
	"proof" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text
);
--> statement-breakpoint
CREATE TABLE "repayment_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"supplier_id" text NOT NULL,
	"supplier_name" text NOT NULL,
	"action_id" text,
	"label" text NOT NULL,
	"origin" text NOT NULL,
	"destination" text NOT NULL,
	"recruiter" text NOT NULL,
	"workers" bigint NOT NULL,
	"workers_left" bigint NOT NULL,
	"currency" text NOT NULL,
	"receipts" text,
	"receipts_workers" bigint,
	"interviews" text,
	"interviews_workers" bigint,
	"corridor" text,
	"corridor_source" text NOT NULL,
	"interest_percent" text,
	"interest_from" text,
	"interest_to" text,
	"interest_source" text NOT NULL,
	"owed" text,
	"basis" text,
	"borne_by" text NOT NULL,
	"due_on" text NOT NULL,
	"note" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"report_id" text NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"content_sha256" text NOT NULL,
	"alone" boolean DEFAULT false NOT NULL,
	"by_user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_statements" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"report_id" text NOT NULL,
	"point" text NOT NULL,
	"text" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"stated_by" text NOT NULL,
	"stated_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"report_id" text NOT NULL,
	"step" text NOT NULL,
	"note" text NOT NULL,
	"content" jsonb,
	"by_user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"type" text NOT NULL,
	"variant" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"replaces" text,
	"reason" text,
	"settings" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb,
	"content_sha256" text,
	"file_no" bigint,
	"published_at" timestamp (3) with time zone,
	"started_by" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk_data" (
	"hash" text PRIMARY KEY NOT NULL,
	"data_date" text NOT NULL,
	"content" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "row_issues" (
	"key" bigint PRIMARY KEY NOT NULL,
	"record_no" bigint NOT NULL,
	"line" bigint NOT NULL,
	"outcome" bigint NOT NULL,
	"code" text NOT NULL,
	"field" text,
	"found" text NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "screenings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"generation" bigint NOT NULL,
	"lists_hash" text NOT NULL,
	"lists" jsonb NOT NULL,
	"done_to" bigint DEFAULT 0 NOT NULL,
	"suppliers" bigint DEFAULT 0 NOT NULL,
	"candidates" bigint DEFAULT 0 NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"facts_hash" text,
	"paired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"user_id" text PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_lists" (
	"supplier_key" bigint NOT NULL,
	"part" bigint NOT NULL,
	"records" text NOT NULL,
	CONSTRAINT "source_lists_supplier_key_part_pk" PRIMARY KEY("supplier_key","part")
);
--> statement-breakpoint
CREATE TABLE "source_rows" (
	"key" bigint PRIMARY KEY NOT NULL,
	"line" bigint NOT NULL,
	"byte_offset" bigint NOT NULL,
	"byte_length" bigint NOT NULL,
	"outcome" bigint NOT NULL,
	"supplier_key" bigint,
	"amount" bigint,
	"currency" text,
	"date" text
);
--> statement-breakpoint
CREATE TABLE "summary_counts" (
	"generation" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "summary_counts_generation_kind_key_pk" PRIMARY KEY("generation","kind","key")
);
--> statement-breakpoint
CREATE TABLE "supplier_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"supplier_id" text NOT NULL,
	"supplier_name" text NOT NULL,
	"decision" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"conditions" text NOT NULL,
	"harm" text NOT NULL,
	"tried" text NOT NULL,
	"wages_due" text NOT NULL,
	"notice" text NOT NULL,
	"ban_law" text NOT NULL,
	"ban_article" text NOT NULL,
	"repayments_due" jsonb NOT NULL,
	"owner_id" text NOT NULL,
	"decided_on" text NOT NULL,
	"next_review_on" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"self_confirmed" boolean DEFAULT false NOT NULL,
	"refused_reason" text,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supplier_groups" (
	"generation" bigint NOT NULL,
	"group_key" text NOT NULL,
	"supplier_no" bigint NOT NULL,
	"group_name" text NOT NULL,
	CONSTRAINT "supplier_groups_generation_group_key_supplier_no_pk" PRIMARY KEY("generation","group_key","supplier_no")
);
--> statement-breakpoint
CREATE TABLE "supplier_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"supplier_no" bigint NOT NULL,
	"placed_by" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"lift_reason" text,
	"lift_asked_by" text,
	"lift_asked_at" timestamp (3) with time zone,
	"lifted_by" text,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "suppliers" (
	"no" bigint PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"id" text NOT NULL,
	"key_kind" bigint NOT NULL,
	"key_hi" bigint NOT NULL,
	"key_lo" bigint NOT NULL,
	"born_generation" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_suppliers" (
	"key" bigint PRIMARY KEY NOT NULL,
	"list_readings" text
);
--> statement-breakpoint
CREATE TABLE "trail_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"asked_by" text,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"result" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "understanding_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"decision" jsonb NOT NULL,
	"batch" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"stored_path" text NOT NULL,
	"by_user_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text NOT NULL,
	"shortcuts" boolean DEFAULT true NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "vendor_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_no" bigint NOT NULL,
	"lot_id" text NOT NULL,
	"bidder_id" text NOT NULL,
	"stage" text NOT NULL,
	"revision" bigint NOT NULL,
	"state" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"replaces" text,
	"correction_reason" text,
	"file_no" bigint,
	"filed_by" text,
	"filed_at" timestamp (3) with time zone,
	"counted" jsonb,
	"record" jsonb,
	"record_sha256" text,
	"version" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"no" bigserial PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"published_generation" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"delete_after" timestamp (3) with time zone,
	"delete_asked_by" text
);
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_preferences" ADD CONSTRAINT "member_preferences_workspace_no_workspaces_no_fk" FOREIGN KEY ("workspace_no") REFERENCES "public"."workspaces"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_preferences" ADD CONSTRAINT "member_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_no_workspaces_no_fk" FOREIGN KEY ("workspace_no") REFERENCES "public"."workspaces"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD CONSTRAINT "plan_entries_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_steps_by_action" ON "action_steps" USING btree ("workspace_no","action_id");--> statement-breakpoint
CREATE INDEX "audit_events_by_name" ON "audit_events" USING btree ("workspace_no","name","seq");--> statement-breakpoint
CREATE INDEX "buying_entries_by_workspace" ON "buying_entries" USING btree ("workspace_no","entered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "category_assessments_by_number" ON "category_assessments" USING btree ("workspace_no","number","version");--> statement-breakpoint
CREATE UNIQUE INDEX "check_entries_by_check" ON "check_entries" USING btree ("workspace_no","check_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "commitment_judgements_by_row" ON "commitment_judgements" USING btree ("workspace_no","commitment_id","position");--> statement-breakpoint
CREATE INDEX "commitment_judgements_by_id" ON "commitment_judgements" USING btree ("workspace_no","id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_entries_by_contract" ON "contract_entries" USING btree ("workspace_no","contract_id","position");--> statement-breakpoint
CREATE INDEX "contracts_by_workspace" ON "contracts" USING btree ("workspace_no","recorded_at");--> statement-breakpoint
CREATE INDEX "contracts_by_supplier" ON "contracts" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "corrective_actions_by_supplier" ON "corrective_actions" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "danger_contacts_by_country" ON "danger_contacts" USING btree ("workspace_no","country");--> statement-breakpoint
CREATE INDEX "derived_models_by_workspace" ON "derived_models" USING btree ("workspace_no");--> statement-breakpoint
CREATE INDEX "duplicate_decisions_by_pair" ON "duplicate_decisions" USING btree ("workspace_no","pair_id");--> statement-breakpoint
CREATE INDEX "duplicate_decisions_by_into" ON "duplicate_decisions" USING btree ("workspace_no","into_no");--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_pairs_by_pair" ON "duplicate_pairs" USING btree ("workspace_no","left_no","right_no");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_by_score" ON "duplicate_pairs" USING btree ("workspace_no","state","score","id");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_by_id" ON "duplicate_pairs" USING btree ("workspace_no","id");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_by_version" ON "duplicate_pairs" USING btree ("workspace_no","version","score","id","found_at");--> statement-breakpoint
CREATE INDEX "evidence_by_supplier" ON "evidence" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "evidence_by_hash" ON "evidence" USING btree ("workspace_no","sha256");--> statement-breakpoint
CREATE INDEX "evidence_by_id" ON "evidence" USING btree ("workspace_no","id");--> statement-breakpoint
CREATE INDEX "evidence_packs_by_workspace" ON "evidence_packs" USING btree ("workspace_no","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_uses_by_pair" ON "evidence_uses" USING btree ("workspace_no","used_for","used_for_id","evidence_id");--> statement-breakpoint
CREATE INDEX "evidence_uses_by_evidence" ON "evidence_uses" USING btree ("workspace_no","evidence_id");--> statement-breakpoint
CREATE INDEX "finding_steps_by_finding" ON "finding_steps" USING btree ("workspace_no","finding_id");--> statement-breakpoint
CREATE INDEX "findings_by_supplier" ON "findings" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "findings_by_day" ON "findings" USING btree ("workspace_no","recorded_at");--> statement-breakpoint
CREATE INDEX "findings_by_id" ON "findings" USING btree ("workspace_no","id");--> statement-breakpoint
CREATE INDEX "floor_findings_by_supplier" ON "floor_findings" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "generations_by_workspace" ON "generations" USING btree ("workspace_no");--> statement-breakpoint
CREATE INDEX "generations_by_state" ON "generations" USING btree ("state");--> statement-breakpoint
CREATE INDEX "imports_by_workspace" ON "imports" USING btree ("workspace_no","created_at");--> statement-breakpoint
CREATE INDEX "imports_by_generation" ON "imports" USING btree ("generation");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_by_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_by_workspace" ON "invitations" USING btree ("workspace_no","state");--> statement-breakpoint
CREATE INDEX "invitations_by_email" ON "invitations" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "jobs_by_state" ON "jobs" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "jobs_by_workspace" ON "jobs" USING btree ("workspace_no","created_at");--> statement-breakpoint
CREATE INDEX "list_editions_by_list" ON "list_editions" USING btree ("workspace_no","list_id","loaded_at");--> statement-breakpoint
CREATE INDEX "lot_bidders_by_lot" ON "lot_bidders" USING btree ("workspace_no","lot_id");--> statement-breakpoint
CREATE INDEX "lot_bidders_by_supplier" ON "lot_bidders" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "lot_questions_by_lot" ON "lot_questions" USING btree ("workspace_no","lot_id");--> statement-breakpoint
CREATE INDEX "lots_by_workspace" ON "lots" USING btree ("workspace_no","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "match_candidates_by_pair" ON "match_candidates" USING btree ("workspace_no","supplier_no","list_id","entry_id");--> statement-breakpoint
CREATE INDEX "match_candidates_by_rank" ON "match_candidates" USING btree ("workspace_no","state","rank","id");--> statement-breakpoint
CREATE INDEX "match_candidates_by_id" ON "match_candidates" USING btree ("workspace_no","id");--> statement-breakpoint
CREATE INDEX "match_decisions_by_candidate" ON "match_decisions" USING btree ("workspace_no","candidate_id");--> statement-breakpoint
CREATE INDEX "memberships_by_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "model_comparisons_by_pair" ON "model_comparisons" USING btree ("workspace_no","from_model","to_model");--> statement-breakpoint
CREATE INDEX "originals_by_end" ON "originals" USING btree ("state","delete_after");--> statement-breakpoint
CREATE INDEX "own_corridors_by_workspace" ON "own_corridors" USING btree ("workspace_no");--> statement-breakpoint
CREATE INDEX "own_fee_rules_by_workspace" ON "own_fee_rules" USING btree ("workspace_no");--> statement-breakpoint
CREATE INDEX "password_resets_by_user" ON "password_resets" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "password_resets_by_end" ON "password_resets" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "plan_entries_by_supplier" ON "plan_entries" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_by_place" ON "plans" USING btree ("workspace_no","place");--> statement-breakpoint
CREATE INDEX "protected_evidence_by_finding" ON "protected_evidence" USING btree ("workspace_no","finding_id");--> statement-breakpoint
CREATE INDEX "protected_evidence_by_id" ON "protected_evidence" USING btree ("workspace_no","id");--> statement-breakpoint
CREATE INDEX "protected_finding_steps_by_finding" ON "protected_finding_steps" USING btree ("workspace_no","finding_id");--> statement-breakpoint
CREATE INDEX "protected_findings_by_supplier" ON "protected_findings" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "protected_findings_by_day" ON "protected_findings" USING btree ("workspace_no","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "protected_releases_by_batch" ON "protected_releases" USING btree ("workspace_no","batch");--> statement-breakpoint
CREATE INDEX "readings_by_supplier" ON "readings" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "readings_by_batch" ON "readings" USING btree ("workspace_no","batch");--> statement-breakpoint
CREATE INDEX "record_notes_by_record" ON "record_notes" USING btree ("workspace_no","record_kind","record_id","at");--> statement-breakpoint
CREATE INDEX "record_notes_by_time" ON "record_notes" USING btree ("workspace_no","at");--> statement-breakpoint
CREATE INDEX "repayment_entries_by_group" ON "repayment_entries" USING btree ("workspace_no","group_id");--> statement-breakpoint
CREATE INDEX "repayment_groups_by_supplier" ON "repayment_groups" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "report_signatures_by_report" ON "report_signatures" USING btree ("workspace_no","report_id");--> statement-breakpoint
CREATE INDEX "report_statements_by_report" ON "report_statements" USING btree ("workspace_no","report_id");--> statement-breakpoint
CREATE INDEX "report_steps_by_report" ON "report_steps" USING btree ("workspace_no","report_id");--> statement-breakpoint
CREATE INDEX "reports_by_workspace" ON "reports" USING btree ("workspace_no","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_by_number" ON "reports" USING btree ("workspace_no","type","file_no","version");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_by_replaced" ON "reports" USING btree ("workspace_no","replaces");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_by_name" ON "saved_views" USING btree ("workspace_no","by_user_id","name");--> statement-breakpoint
CREATE INDEX "screenings_by_workspace" ON "screenings" USING btree ("workspace_no","started_at");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_end" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "supplier_decisions_by_supplier" ON "supplier_decisions" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "supplier_groups_by_supplier" ON "supplier_groups" USING btree ("generation","supplier_no");--> statement-breakpoint
CREATE INDEX "supplier_holds_by_supplier" ON "supplier_holds" USING btree ("workspace_no","supplier_no");--> statement-breakpoint
CREATE INDEX "suppliers_by_workspace" ON "suppliers" USING btree ("workspace_no");--> statement-breakpoint
CREATE INDEX "trail_checks_by_workspace" ON "trail_checks" USING btree ("workspace_no","finished_at");--> statement-breakpoint
CREATE INDEX "understanding_decisions_by_key" ON "understanding_decisions" USING btree ("workspace_no","scope","key");--> statement-breakpoint
CREATE INDEX "uploads_by_workspace" ON "uploads" USING btree ("workspace_no","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_by_email" ON "users" USING btree ("email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_checks_by_bidder" ON "vendor_checks" USING btree ("workspace_no","bidder_id","stage","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_checks_by_number" ON "vendor_checks" USING btree ("workspace_no","file_no");--> statement-breakpoint
CREATE INDEX "vendor_checks_by_lot" ON "vendor_checks" USING btree ("workspace_no","lot_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_by_id" ON "workspaces" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_by_slug" ON "workspaces" USING btree ("slug");