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
	`outcome` text DEFAULT 'not-started' NOT NULL,
	`outcome_on` text,
	`outcome_note` text,
	`outcome_by` text,
	`outcome_at` integer,
	PRIMARY KEY(`plan_id`, `supplier_no`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE UNIQUE INDEX `plans_by_place` ON `plans` (`workspace_no`,`place`);