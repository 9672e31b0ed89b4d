/** A workspace's settings: its name, everything in it as a file, and its end. */
export const settings = {
  title: "Settings",
  lead: "The name of this workspace, everything in it as a file, and its end.",
  done: {
    renamed: "The name is changed.",
    back: "The deletion is taken back. Everything stays.",
    asked: "The deletion is asked for. Until then everything works as before.",
  },
  rename: {
    title: "Name",
    name: "Name of the organisation",
    note: "The address of the workspace stays as it is.",
    save: "Save the name",
  },
  export: {
    title: "Everything as a file",
    text: "A ZIP with a file of JSON lines for each table, the members and the trail of decisions. No passwords, no links that open something. Uploaded lists and documents are not in it, only their hashes: download them where they stand.",
    protected: "It holds protected information from workers. Keep it where only those who may read it can.",
    take: "Download everything (ZIP)",
  },
  end: {
    title: "Delete this workspace",
    text: "After {{days}} days every list, supplier, finding, document and decision of this workspace is deleted for good. Until then any owner can take it back. Download everything first: the trail in it carries a hash, and that hash is all that is kept here.",
    type: "Type the name of the workspace: {{name}}",
    password: "Your password",
    code: "Code of your second step, if you have one",
    open: "Delete this workspace",
    submit: "Delete it in {{days}} days",
    waits: "This workspace will be deleted on {{when}}, with everything in it.",
    waitsNote: "An owner can take this back in the settings.",
    back: "Take the deletion back",
  },
} as const;
