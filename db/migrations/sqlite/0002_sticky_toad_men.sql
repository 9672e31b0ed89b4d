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
CREATE INDEX `originals_by_end` ON `originals` (`state`,`delete_after`);