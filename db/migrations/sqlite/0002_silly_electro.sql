CREATE TABLE `decided_suppliers` (
	`key` integer PRIMARY KEY NOT NULL,
	`decisions` text NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE `understanding_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_no` integer NOT NULL,
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`decision` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `understanding_decisions_by_key` ON `understanding_decisions` (`workspace_no`,`scope`,`key`);