CREATE TABLE `action_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`action_id` text NOT NULL,
	`kind` text NOT NULL,
	`on_day` text NOT NULL,
	`result` text,
	`text` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `action_steps_by_action` ON `action_steps` (`workspace_no`,`action_id`);--> statement-breakpoint
CREATE TABLE `audit_contents` (
	`workspace_no` integer NOT NULL,
	`seq` integer NOT NULL,
	`salt` text NOT NULL,
	`contents` text NOT NULL,
	PRIMARY KEY(`workspace_no`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `audit_events` (
	`workspace_no` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_user_id` text,
	`name` text NOT NULL,
	`digest` text NOT NULL,
	`seals` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`workspace_no`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `audit_events_by_name` ON `audit_events` (`workspace_no`,`name`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`workspace_no` integer NOT NULL,
	`seq` integer NOT NULL,
	`salt` text,
	`lines` text NOT NULL,
	PRIMARY KEY(`workspace_no`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `buyer_profiles` (
	`workspace_no` integer PRIMARY KEY NOT NULL,
	`country` text NOT NULL,
	`body` text,
	`size` text,
	`buys` text,
	`sector` text,
	`sells_to` text NOT NULL,
	`keep_years` integer,
	`stated_by` text NOT NULL,
	`stated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `buying_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`kind` text NOT NULL,
	`contract_id` text,
	`contents` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `buying_entries_by_workspace` ON `buying_entries` (`workspace_no`,`entered_at`);--> statement-breakpoint
CREATE TABLE `category_assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`replaces` text,
	`reason` text,
	`title` text NOT NULL,
	`input` text NOT NULL,
	`result` text NOT NULL,
	`chosen` text NOT NULL,
	`model_id` text NOT NULL,
	`data_date` text NOT NULL,
	`data_hash` text NOT NULL,
	`filed_by` text NOT NULL,
	`filed_at` integer NOT NULL,
	`record_sha256` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `category_assessments_by_number` ON `category_assessments` (`workspace_no`,`number`,`version`);--> statement-breakpoint
CREATE TABLE `check_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`check_id` text NOT NULL,
	`kind` text NOT NULL,
	`contents` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `check_entries_by_check` ON `check_entries` (`workspace_no`,`check_id`,`position`);--> statement-breakpoint
CREATE TABLE `commitment_judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`commitment_id` text NOT NULL,
	`position` integer NOT NULL,
	`edition` text NOT NULL,
	`edition_sha256` text NOT NULL,
	`judgement` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`by_user_id` text NOT NULL,
	`at` integer NOT NULL,
	`replaced_at` integer,
	`taken_back_by` text,
	`taken_back_at` integer,
	`taken_back_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitment_judgements_by_row` ON `commitment_judgements` (`workspace_no`,`commitment_id`,`position`);--> statement-breakpoint
CREATE INDEX `commitment_judgements_by_id` ON `commitment_judgements` (`workspace_no`,`id`);--> statement-breakpoint
CREATE TABLE `contract_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`contract_id` text NOT NULL,
	`kind` text NOT NULL,
	`contents` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_entries_by_contract` ON `contract_entries` (`workspace_no`,`contract_id`,`position`);--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`reference` text NOT NULL,
	`title` text NOT NULL,
	`contractor` text NOT NULL,
	`supplier_no` integer,
	`check_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contracts_by_workspace` ON `contracts` (`workspace_no`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `contracts_by_supplier` ON `contracts` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `control_totals` (
	`generation` integer NOT NULL,
	`currency` text NOT NULL,
	`file_total` text NOT NULL,
	`counted` text NOT NULL,
	`credit_notes` text NOT NULL,
	`set_aside` text NOT NULL,
	`rejected` text NOT NULL,
	PRIMARY KEY(`generation`, `currency`)
);
--> statement-breakpoint
CREATE TABLE `corrective_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`supplier_id` text NOT NULL,
	`supplier_name` text NOT NULL,
	`finding_id` text,
	`severity` text NOT NULL,
	`title` text NOT NULL,
	`root_cause` text NOT NULL,
	`practices` text NOT NULL,
	`practices_note` text NOT NULL,
	`involvement` text NOT NULL,
	`owner_id` text NOT NULL,
	`supplier_owner` text NOT NULL,
	`start_on` text,
	`due_on` text,
	`done_on` text,
	`cost` text,
	`cost_currency` text,
	`cost_borne_by` text NOT NULL,
	`indicator` text NOT NULL,
	`baseline` text NOT NULL,
	`target` text NOT NULL,
	`consultation` text NOT NULL,
	`evidence` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`state_by` text NOT NULL,
	`state_at` integer NOT NULL,
	`verified_by` text,
	`verified_at` integer,
	`verified_how` text,
	`self_verified` integer DEFAULT false NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `corrective_actions_by_supplier` ON `corrective_actions` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `danger_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`contact` text NOT NULL,
	`source` text NOT NULL,
	`checked_on` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `danger_contacts_by_country` ON `danger_contacts` (`workspace_no`,`country`);--> statement-breakpoint
CREATE TABLE `decided_suppliers` (
	`key` integer PRIMARY KEY NOT NULL,
	`decisions` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `derived_models` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`model_id` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`valid_from` text,
	`withdrawn_by` text,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `derived_models_by_workspace` ON `derived_models` (`workspace_no`);--> statement-breakpoint
CREATE TABLE `duplicate_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`pair_id` text NOT NULL,
	`decision` text NOT NULL,
	`from_no` integer NOT NULL,
	`into_no` integer NOT NULL,
	`reason` text NOT NULL,
	`left_hash` text NOT NULL,
	`right_hash` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `duplicate_decisions_by_pair` ON `duplicate_decisions` (`workspace_no`,`pair_id`);--> statement-breakpoint
CREATE INDEX `duplicate_decisions_by_into` ON `duplicate_decisions` (`workspace_no`,`into_no`);--> statement-breakpoint
CREATE TABLE `duplicate_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`left_no` integer NOT NULL,
	`right_no` integer NOT NULL,
	`score` real NOT NULL,
	`left` text NOT NULL,
	`right` text NOT NULL,
	`answer` text NOT NULL,
	`left_hash` text NOT NULL,
	`right_hash` text NOT NULL,
	`state` text NOT NULL,
	`decision_id` text,
	`found_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`changes` text,
	`screening_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duplicate_pairs_by_pair` ON `duplicate_pairs` (`workspace_no`,`left_no`,`right_no`);--> statement-breakpoint
CREATE INDEX `duplicate_pairs_by_score` ON `duplicate_pairs` (`workspace_no`,`state`,`score`,`id`);--> statement-breakpoint
CREATE INDEX `duplicate_pairs_by_id` ON `duplicate_pairs` (`workspace_no`,`id`);--> statement-breakpoint
CREATE INDEX `duplicate_pairs_by_version` ON `duplicate_pairs` (`workspace_no`,`version`,`score`,`id`,`found_at`);--> statement-breakpoint
CREATE TABLE `ended_workspaces` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`events` integer NOT NULL,
	`head_hash` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ended_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`file_name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_path` text NOT NULL,
	`shows` text NOT NULL,
	`issuer` text NOT NULL,
	`issued_on` text,
	`expires_on` text,
	`strength` text NOT NULL,
	`tier` integer,
	`site` text,
	`product` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	`undone_reason` text,
	`access_class` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `evidence_by_supplier` ON `evidence` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE INDEX `evidence_by_hash` ON `evidence` (`workspace_no`,`sha256`);--> statement-breakpoint
CREATE INDEX `evidence_by_id` ON `evidence` (`workspace_no`,`id`);--> statement-breakpoint
CREATE TABLE `evidence_packs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`generation` integer NOT NULL,
	`file_name` text NOT NULL,
	`suppliers` integer NOT NULL,
	`model_id` text NOT NULL,
	`data_date` text NOT NULL,
	`up_to` text NOT NULL,
	`withheld` text NOT NULL,
	`head_seq` integer NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`faults` integer NOT NULL,
	`lines` text,
	`report_id` text,
	`stamped_at` integer,
	`stamped_by` text,
	`stamp_fingerprint` text,
	`stored_path` text NOT NULL,
	`asked_by` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `evidence_packs_by_workspace` ON `evidence_packs` (`workspace_no`,`made_at`);--> statement-breakpoint
CREATE TABLE `evidence_uses` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`evidence_id` text NOT NULL,
	`used_for` text NOT NULL,
	`used_for_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_uses_by_pair` ON `evidence_uses` (`workspace_no`,`used_for`,`used_for_id`,`evidence_id`);--> statement-breakpoint
CREATE INDEX `evidence_uses_by_evidence` ON `evidence_uses` (`workspace_no`,`evidence_id`);--> statement-breakpoint
CREATE TABLE `finding_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`finding_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`access_class` text,
	`text` text NOT NULL,
	`answer_by` text,
	`valid_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`undone_by` text,
	`undone_at` integer,
	`undone_reason` text
);
--> statement-breakpoint
CREATE INDEX `finding_steps_by_finding` ON `finding_steps` (`workspace_no`,`finding_id`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`source` text NOT NULL,
	`said_by` text NOT NULL,
	`found_on` text NOT NULL,
	`site` text,
	`product` text,
	`indicators` text NOT NULL,
	`severity` text NOT NULL,
	`summary` text NOT NULL,
	`status` text NOT NULL,
	`waiting_step_id` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	`undone_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`access_class` text NOT NULL,
	`floor_finding_id` text
);
--> statement-breakpoint
CREATE INDEX `findings_by_supplier` ON `findings` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE INDEX `findings_by_day` ON `findings` (`workspace_no`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `findings_by_id` ON `findings` (`workspace_no`,`id`);--> statement-breakpoint
CREATE TABLE `floor_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`ground` text NOT NULL,
	`source` text NOT NULL,
	`year` integer,
	`match_decision_id` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`lifted_by` text,
	`lifted_at` integer,
	`undone_by` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `floor_findings_by_supplier` ON `floor_findings` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `generation_groups` (
	`generation` integer NOT NULL,
	`no` integer NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`suppliers` integer NOT NULL,
	`rows` integer NOT NULL,
	`amounts` text NOT NULL,
	`known_rows` integer NOT NULL,
	`known_amounts` text NOT NULL,
	`aside_rows` integer NOT NULL,
	`aside_amounts` text NOT NULL,
	`aside_reasons` text NOT NULL,
	`guess` text,
	`guess_rows` integer NOT NULL,
	`samples` text NOT NULL,
	PRIMARY KEY(`generation`, `no`)
);
--> statement-breakpoint
CREATE TABLE `generation_payees` (
	`generation` integer NOT NULL,
	`no` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`supplier_no` integer,
	`parts` text NOT NULL,
	PRIMARY KEY(`generation`, `no`)
);
--> statement-breakpoint
CREATE TABLE `generation_seals` (
	`generation` integer NOT NULL,
	`table_name` text NOT NULL,
	`slice` integer NOT NULL,
	`digests` blob NOT NULL,
	PRIMARY KEY(`generation`, `table_name`, `slice`)
);
--> statement-breakpoint
CREATE TABLE `generation_unresolved` (
	`generation` integer NOT NULL,
	`no` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`rows` integer NOT NULL,
	`amounts` text NOT NULL,
	PRIMARY KEY(`generation`, `no`)
);
--> statement-breakpoint
CREATE TABLE `generations` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_no` integer NOT NULL,
	`import_id` text,
	`state` text NOT NULL,
	`model_id` text NOT NULL,
	`data_date` text NOT NULL,
	`data_hash` text NOT NULL,
	`suppliers` integer DEFAULT 0 NOT NULL,
	`records` integer DEFAULT 0 NOT NULL,
	`pages_ready` integer DEFAULT false NOT NULL,
	`search_ready` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `generations_by_workspace` ON `generations` (`workspace_no`);--> statement-breakpoint
CREATE INDEX `generations_by_state` ON `generations` (`state`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`workspace_no` integer NOT NULL,
	`header_hash` text NOT NULL,
	`headers` text NOT NULL,
	`settings` text NOT NULL,
	`import_id` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_no`, `header_hash`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`upload_id` text NOT NULL,
	`state` text NOT NULL,
	`settings` text,
	`inspection` text,
	`generation` integer,
	`previous_generation` integer,
	`summary` text,
	`problem` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_by_workspace` ON `imports` (`workspace_no`,`created_at`);--> statement-breakpoint
CREATE INDEX `imports_by_generation` ON `imports` (`generation`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`renewed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`accepted_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_workspace` ON `invitations` (`workspace_no`,`state`);--> statement-breakpoint
CREATE INDEX `invitations_by_email` ON `invitations` (`email_key`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`progress` text,
	`cancel_requested` integer DEFAULT false NOT NULL,
	`claimed_by` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`heartbeat_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_by_state` ON `jobs` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `jobs_by_workspace` ON `jobs` (`workspace_no`,`created_at`);--> statement-breakpoint
CREATE TABLE `list_differences` (
	`generation` integer NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`name` text NOT NULL,
	`old_name` text,
	`columns` text,
	PRIMARY KEY(`generation`, `kind`, `position`)
);
--> statement-breakpoint
CREATE TABLE `list_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`list_id` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`url` text,
	`licence` text NOT NULL,
	`date` text NOT NULL,
	`read_on` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`entries` integer NOT NULL,
	`left_out` text NOT NULL,
	`changes` text,
	`content` blob NOT NULL,
	`loaded_by` text,
	`loaded_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `list_editions_by_list` ON `list_editions` (`workspace_no`,`list_id`,`loaded_at`);--> statement-breakpoint
CREATE TABLE `lot_bidders` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`lot_id` text NOT NULL,
	`name` text NOT NULL,
	`country` text,
	`identifier` text,
	`supplier_no` integer,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lot_bidders_by_lot` ON `lot_bidders` (`workspace_no`,`lot_id`);--> statement-breakpoint
CREATE INDEX `lot_bidders_by_supplier` ON `lot_bidders` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `lot_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`lot_id` text NOT NULL,
	`stage` text NOT NULL,
	`text` text NOT NULL,
	`link` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lot_questions_by_lot` ON `lot_questions` (`workspace_no`,`lot_id`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`reference` text NOT NULL,
	`name` text NOT NULL,
	`buyer` text NOT NULL,
	`subject` text NOT NULL,
	`cpv` text,
	`value` text,
	`currency` text,
	`regime` text NOT NULL,
	`national` text NOT NULL,
	`checklist` text,
	`category_id` text,
	`stages` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lots_by_workspace` ON `lots` (`workspace_no`,`opened_at`);--> statement-breakpoint
CREATE TABLE `match_candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`list_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`score` real NOT NULL,
	`rank` real NOT NULL,
	`supplier` text NOT NULL,
	`entry` text NOT NULL,
	`answer` text NOT NULL,
	`supplier_hash` text NOT NULL,
	`entry_hash` text NOT NULL,
	`state` text NOT NULL,
	`cause` text NOT NULL,
	`decision_id` text,
	`found_at` integer NOT NULL,
	`screening_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_candidates_by_pair` ON `match_candidates` (`workspace_no`,`supplier_no`,`list_id`,`entry_id`);--> statement-breakpoint
CREATE INDEX `match_candidates_by_rank` ON `match_candidates` (`workspace_no`,`state`,`rank`,`id`);--> statement-breakpoint
CREATE INDEX `match_candidates_by_id` ON `match_candidates` (`workspace_no`,`id`);--> statement-breakpoint
CREATE TABLE `match_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`candidate_id` text NOT NULL,
	`supplier_no` integer NOT NULL,
	`list_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`supplier_hash` text NOT NULL,
	`entry_hash` text NOT NULL,
	`edition_date` text NOT NULL,
	`out_of_date` integer NOT NULL,
	`checked_on` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`undone_by` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `match_decisions_by_candidate` ON `match_decisions` (`workspace_no`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `member_preferences` (
	`workspace_no` integer NOT NULL,
	`user_id` text NOT NULL,
	`guide_hidden` integer DEFAULT false NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_no`, `user_id`),
	FOREIGN KEY (`workspace_no`) REFERENCES `workspaces`(`no`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`workspace_no` integer NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_no`, `user_id`),
	FOREIGN KEY (`workspace_no`) REFERENCES `workspaces`(`no`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `model_comparisons` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`from_model` text NOT NULL,
	`to_model` text NOT NULL,
	`generation` integer NOT NULL,
	`summary` text,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `model_comparisons_by_pair` ON `model_comparisons` (`workspace_no`,`from_model`,`to_model`);--> statement-breakpoint
CREATE TABLE `originals` (
	`upload_id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`state` text NOT NULL,
	`stored_path` text,
	`bytes` integer,
	`emptied` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`delete_after` integer,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `originals_by_end` ON `originals` (`state`,`delete_after`);--> statement-breakpoint
CREATE TABLE `own_corridors` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`origin` text NOT NULL,
	`destination` text NOT NULL,
	`workers` text NOT NULL,
	`kind` text NOT NULL,
	`usd` real NOT NULL,
	`told` text NOT NULL,
	`year` integer NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`valid_from` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text
);
--> statement-breakpoint
CREATE INDEX `own_corridors_by_workspace` ON `own_corridors` (`workspace_no`);--> statement-breakpoint
CREATE TABLE `own_fee_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`country` text NOT NULL,
	`side` text NOT NULL,
	`rule` text NOT NULL,
	`covers` text NOT NULL,
	`value` real,
	`unit` text NOT NULL,
	`year` integer NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`valid_from` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text
);
--> statement-breakpoint
CREATE INDEX `own_fee_rules_by_workspace` ON `own_fee_rules` (`workspace_no`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `password_resets_by_user` ON `password_resets` (`user_id`);--> statement-breakpoint
CREATE INDEX `password_resets_by_end` ON `password_resets` (`expires_at`);--> statement-breakpoint
CREATE TABLE `plan_entries` (
	`plan_id` text NOT NULL,
	`supplier_no` integer NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_id` text NOT NULL,
	`name` text NOT NULL,
	`part` text NOT NULL,
	`position` integer NOT NULL,
	`standing` text NOT NULL,
	`reasons` text NOT NULL,
	`next_step` text NOT NULL,
	`action_kind` text NOT NULL,
	`moved_from` text,
	`moved_by` text,
	`moved_at` integer,
	`moved_reason` text,
	`added_by` text,
	`added_at` integer,
	`added_reason` text,
	`due_on` text,
	`outcome` text DEFAULT 'not-started' NOT NULL,
	`outcome_on` text,
	`outcome_note` text,
	`outcome_by` text,
	`outcome_at` integer,
	PRIMARY KEY(`plan_id`, `supplier_no`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_entries_by_supplier` ON `plan_entries` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`place` text NOT NULL,
	`state` text NOT NULL,
	`generation` integer NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`model_id` text NOT NULL,
	`data_date` text NOT NULL,
	`capacity` integer NOT NULL,
	`seed` text NOT NULL,
	`summary` text NOT NULL,
	`note` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`accepted_by` text,
	`accepted_at` integer,
	`record_sha256` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_by_place` ON `plans` (`workspace_no`,`place`);--> statement-breakpoint
CREATE TABLE `protected_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`file_name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_path` text NOT NULL,
	`shows` text NOT NULL,
	`issuer` text NOT NULL,
	`issued_on` text,
	`expires_on` text,
	`strength` text NOT NULL,
	`tier` integer,
	`site` text,
	`product` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	`undone_reason` text,
	`finding_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `protected_evidence_by_finding` ON `protected_evidence` (`workspace_no`,`finding_id`);--> statement-breakpoint
CREATE INDEX `protected_evidence_by_id` ON `protected_evidence` (`workspace_no`,`id`);--> statement-breakpoint
CREATE TABLE `protected_finding_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`finding_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`access_class` text,
	`text` text NOT NULL,
	`answer_by` text,
	`valid_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`undone_by` text,
	`undone_at` integer,
	`undone_reason` text,
	`signs` text
);
--> statement-breakpoint
CREATE INDEX `protected_finding_steps_by_finding` ON `protected_finding_steps` (`workspace_no`,`finding_id`);--> statement-breakpoint
CREATE TABLE `protected_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`source` text NOT NULL,
	`said_by` text NOT NULL,
	`found_on` text NOT NULL,
	`site` text,
	`product` text,
	`indicators` text NOT NULL,
	`severity` text NOT NULL,
	`summary` text NOT NULL,
	`status` text NOT NULL,
	`waiting_step_id` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	`undone_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`released_as` text
);
--> statement-breakpoint
CREATE INDEX `protected_findings_by_supplier` ON `protected_findings` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE INDEX `protected_findings_by_day` ON `protected_findings` (`workspace_no`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `protected_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`batch` text NOT NULL,
	`group_size` integer NOT NULL,
	`assessed_by` text NOT NULL,
	`assessed_on` text NOT NULL,
	`assessment` text NOT NULL,
	`released_by` text NOT NULL,
	`released_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `protected_releases_by_batch` ON `protected_releases` (`workspace_no`,`batch`);--> statement-breakpoint
CREATE TABLE `readings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`batch` text NOT NULL,
	`what` text NOT NULL,
	`value` text,
	`proof` text NOT NULL,
	`told` text,
	`valid_from` text NOT NULL,
	`source` text NOT NULL,
	`protected_source` text,
	`released_at` integer,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `readings_by_supplier` ON `readings` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE INDEX `readings_by_batch` ON `readings` (`workspace_no`,`batch`);--> statement-breakpoint
CREATE TABLE `record_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`record_kind` text NOT NULL,
	`record_id` text NOT NULL,
	`section` text,
	`content_sha256` text,
	`answers` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`by_user_id` text NOT NULL,
	`at` integer NOT NULL,
	`taken_back_at` integer
);
--> statement-breakpoint
CREATE INDEX `record_notes_by_record` ON `record_notes` (`workspace_no`,`record_kind`,`record_id`,`at`);--> statement-breakpoint
CREATE INDEX `record_notes_by_time` ON `record_notes` (`workspace_no`,`at`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`user_id`, `code_hash`)
);
--> statement-breakpoint
CREATE TABLE `reference_datasets` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`licence` text NOT NULL,
	`url` text,
	`sha256` text NOT NULL,
	`rows` integer NOT NULL,
	`retrieved_on` text NOT NULL,
	`loaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `register_pages` (
	`slot` integer PRIMARY KEY NOT NULL,
	`supplier_no` integer NOT NULL,
	`traits` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `register_rows` (
	`key` integer PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`generation` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`seat` text,
	`role` integer NOT NULL,
	`isic` text,
	`amounts` text,
	`spend_main` real,
	`row_count` integer NOT NULL,
	`level` integer NOT NULL,
	`score` real,
	`band` integer,
	`range_low` real,
	`range_high` real,
	`severity` integer,
	`likelihood` integer,
	`priority` integer NOT NULL,
	`details` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rename_proposals` (
	`generation` integer NOT NULL,
	`new_supplier_no` integer NOT NULL,
	`old_supplier_no` integer NOT NULL,
	`reason` text NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	PRIMARY KEY(`generation`, `new_supplier_no`, `old_supplier_no`)
);
--> statement-breakpoint
CREATE TABLE `repayment_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`on_day` text NOT NULL,
	`amount` text NOT NULL,
	`way` text,
	`party` text,
	`accepted_by` text,
	`in_private` integer,
	`proof` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text
);
--> statement-breakpoint
CREATE INDEX `repayment_entries_by_group` ON `repayment_entries` (`workspace_no`,`group_id`);--> statement-breakpoint
CREATE TABLE `repayment_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`supplier_id` text NOT NULL,
	`supplier_name` text NOT NULL,
	`action_id` text,
	`label` text NOT NULL,
	`origin` text NOT NULL,
	`destination` text NOT NULL,
	`recruiter` text NOT NULL,
	`workers` integer NOT NULL,
	`workers_left` integer NOT NULL,
	`currency` text NOT NULL,
	`receipts` text,
	`receipts_workers` integer,
	`interviews` text,
	`interviews_workers` integer,
	`corridor` text,
	`corridor_source` text NOT NULL,
	`interest_percent` text,
	`interest_from` text,
	`interest_to` text,
	`interest_source` text NOT NULL,
	`owed` text,
	`basis` text,
	`borne_by` text NOT NULL,
	`due_on` text NOT NULL,
	`note` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `repayment_groups_by_supplier` ON `repayment_groups` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `report_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`report_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`content_sha256` text NOT NULL,
	`alone` integer DEFAULT false NOT NULL,
	`by_user_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_signatures_by_report` ON `report_signatures` (`workspace_no`,`report_id`);--> statement-breakpoint
CREATE TABLE `report_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`report_id` text NOT NULL,
	`point` text NOT NULL,
	`text` text NOT NULL,
	`evidence` text NOT NULL,
	`stated_by` text NOT NULL,
	`stated_at` integer NOT NULL,
	`replaced_at` integer
);
--> statement-breakpoint
CREATE INDEX `report_statements_by_report` ON `report_statements` (`workspace_no`,`report_id`);--> statement-breakpoint
CREATE TABLE `report_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`report_id` text NOT NULL,
	`step` text NOT NULL,
	`note` text NOT NULL,
	`content` text,
	`by_user_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_steps_by_report` ON `report_steps` (`workspace_no`,`report_id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`type` text NOT NULL,
	`variant` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`replaces` text,
	`reason` text,
	`settings` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`content` text,
	`content_sha256` text,
	`file_no` integer,
	`published_at` integer,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`seen` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reports_by_workspace` ON `reports` (`workspace_no`,`started_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_by_number` ON `reports` (`workspace_no`,`type`,`file_no`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_by_replaced` ON `reports` (`workspace_no`,`replaces`);--> statement-breakpoint
CREATE TABLE `risk_data` (
	`hash` text PRIMARY KEY NOT NULL,
	`data_date` text NOT NULL,
	`content` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `row_issues` (
	`key` integer PRIMARY KEY NOT NULL,
	`record_no` integer NOT NULL,
	`line` integer NOT NULL,
	`outcome` integer NOT NULL,
	`code` text NOT NULL,
	`field` text,
	`found` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`by_user_id` text NOT NULL,
	`name` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_by_name` ON `saved_views` (`workspace_no`,`by_user_id`,`name`);--> statement-breakpoint
CREATE TABLE `screenings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`generation` integer NOT NULL,
	`lists_hash` text NOT NULL,
	`lists` text NOT NULL,
	`done_to` integer DEFAULT 0 NOT NULL,
	`suppliers` integer DEFAULT 0 NOT NULL,
	`candidates` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`facts_hash` text,
	`paired_at` integer
);
--> statement-breakpoint
CREATE INDEX `screenings_by_workspace` ON `screenings` (`workspace_no`,`started_at`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`user_id` text PRIMARY KEY NOT NULL,
	`secret` blob NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_end` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `source_lists` (
	`supplier_key` integer NOT NULL,
	`part` integer NOT NULL,
	`records` text NOT NULL,
	PRIMARY KEY(`supplier_key`, `part`)
);
--> statement-breakpoint
CREATE TABLE `source_rows` (
	`key` integer PRIMARY KEY NOT NULL,
	`line` integer NOT NULL,
	`byte_offset` integer NOT NULL,
	`byte_length` integer NOT NULL,
	`outcome` integer NOT NULL,
	`supplier_key` integer,
	`amount` integer,
	`currency` text,
	`date` text
);
--> statement-breakpoint
CREATE TABLE `summary_counts` (
	`generation` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`generation`, `kind`, `key`)
);
--> statement-breakpoint
CREATE TABLE `supplier_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`supplier_id` text NOT NULL,
	`supplier_name` text NOT NULL,
	`decision` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`conditions` text NOT NULL,
	`harm` text NOT NULL,
	`tried` text NOT NULL,
	`wages_due` text NOT NULL,
	`notice` text NOT NULL,
	`ban_law` text NOT NULL,
	`ban_article` text NOT NULL,
	`repayments_due` text NOT NULL,
	`owner_id` text NOT NULL,
	`decided_on` text NOT NULL,
	`next_review_on` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`self_confirmed` integer DEFAULT false NOT NULL,
	`refused_reason` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `supplier_decisions_by_supplier` ON `supplier_decisions` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `supplier_groups` (
	`generation` integer NOT NULL,
	`group_key` text NOT NULL,
	`supplier_no` integer NOT NULL,
	`group_name` text NOT NULL,
	PRIMARY KEY(`generation`, `group_key`, `supplier_no`)
);
--> statement-breakpoint
CREATE INDEX `supplier_groups_by_supplier` ON `supplier_groups` (`generation`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `supplier_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`supplier_no` integer NOT NULL,
	`placed_by` text NOT NULL,
	`placed_at` integer NOT NULL,
	`lift_reason` text,
	`lift_asked_by` text,
	`lift_asked_at` integer,
	`lifted_by` text,
	`lifted_at` integer
);
--> statement-breakpoint
CREATE INDEX `supplier_holds_by_supplier` ON `supplier_holds` (`workspace_no`,`supplier_no`);--> statement-breakpoint
CREATE TABLE `suppliers` (
	`no` integer PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`id` text NOT NULL,
	`key_kind` integer NOT NULL,
	`key_hi` integer NOT NULL,
	`key_lo` integer NOT NULL,
	`born_generation` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `suppliers_by_workspace` ON `suppliers` (`workspace_no`);--> statement-breakpoint
CREATE TABLE `told_suppliers` (
	`key` integer PRIMARY KEY NOT NULL,
	`list_readings` text
);
--> statement-breakpoint
CREATE TABLE `trail_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`asked_by` text,
	`finished_at` integer NOT NULL,
	`result` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `trail_checks_by_workspace` ON `trail_checks` (`workspace_no`,`finished_at`);--> statement-breakpoint
CREATE TABLE `understanding_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`decision` text NOT NULL,
	`batch` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `understanding_decisions_by_key` ON `understanding_decisions` (`workspace_no`,`scope`,`key`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`stored_path` text NOT NULL,
	`by_user_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_by_workspace` ON `uploads` (`workspace_no`,`created_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`locale` text NOT NULL,
	`shortcuts` integer DEFAULT true NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`email_key`);--> statement-breakpoint
CREATE TABLE `vendor_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`lot_id` text NOT NULL,
	`bidder_id` text NOT NULL,
	`stage` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`replaces` text,
	`correction_reason` text,
	`file_no` integer,
	`filed_by` text,
	`filed_at` integer,
	`counted` text,
	`record` text,
	`record_sha256` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_checks_by_bidder` ON `vendor_checks` (`workspace_no`,`bidder_id`,`stage`,`revision`);--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_checks_by_number` ON `vendor_checks` (`workspace_no`,`file_no`);--> statement-breakpoint
CREATE INDEX `vendor_checks_by_lot` ON `vendor_checks` (`workspace_no`,`lot_id`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`published_generation` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`delete_after` integer,
	`delete_asked_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_by_id` ON `workspaces` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_by_slug` ON `workspaces` (`slug`);