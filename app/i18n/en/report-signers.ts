/** Who signs a report, and who may. */
export const reportSigners = {
  title: "Who signs",
  missing: "Not signed.",
  unsigned: "Signatures that the template asks for are missing: {{roles}}",
  knows: "I have seen that, and publish it without them",
  onPaper: "Signs the printed report.",
  who: {
    author: "Whoever sends it to review signs with that.",
    approver: "Whoever approves it signs with that.",
    checker: "A member who writes or approves reports, and neither wrote in this one nor sent it to review.",
    speaker: "A member who may approve reports, with the title they have.",
    legal: "A member with the role of legal reviewer.",
    auditor: "A member with the role of auditor.",
  },
} as const;
