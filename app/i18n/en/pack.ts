/** Evidence packs: what the verifier says, and what lies in a pack for whoever opens it. */
export const pack = {
  intact:
    "Intact: everything in this pack is as it was when it was signed, and every score follows from the model and the facts inside.",
  signerExpected: "The signer is the one you named.",
  signerOther: "The signer is not the one you named.",
  signerNotChecked:
    "The signer was not checked: anyone can make a pack and sign it with a key of their own. Ask the organisation for the fingerprint of its key by another channel and give it with --key.",
  broken_one: "{{formatted}} thing is not as it should be:",
  broken_other: "{{formatted}} things are not as they should be:",
  more: "{{formatted}} more are not named here.",
  byPerson: "Made on {{at}} by {{name}}, member of {{workspace}}.",
  byCommand: "Made on {{at}} by the command line. Not signed by a person: nobody signed in to make it.",
  key: "Key: {{fingerprint}}",
  list: "List: {{file}}, received on {{day}}, SHA-256 {{sha256}}; {{suppliers}} suppliers.",
  kept: "The list lies in the pack as it was kept.",
  keptCut: "The list lies in the pack without the cells that are not kept: {{columns}}.",
  keptCutSome: "The list lies in the pack without cells that are not kept.",
  keptNone: "No copy of the list could be kept.",
  model: "Model {{model}} with reference data of {{date}}; {{recomputed}} scores computed again.",
  dataOwn: "The reference data are those of this version of Candour.",
  dataOther:
    "The reference data are not those of this version of Candour: scores were computed with those in the pack, which are the signer's word.",
  reports: "Reports: {{reports}}; the contents of each are those that were signed.",
  reportsSome: "Reports: {{reports}}; what is wrong with them stands above.",
  trail: "Trail: {{open}} events shown and {{closed}} as hashes alone, up to event {{head}}.",
  onOtherLists:
    "Reports that rest on another list than the one in this pack: {{formatted}}. Their numbers cannot be compared with it; ask for a pack of that report.",
  movedLines:
    "Lines of reports that say something else of a supplier than the list does by now: {{formatted}}. Answers or findings were recorded of each of these suppliers, perhaps since.",
  ofReport: "The list is the one that report {{id}} rests on.",
  until:
    "Another list took its place on {{until}}: answers are those that were in force by then, everything else is as it stood when the pack was made.",
  withheldDecisions: "Decisions about suppliers that were left out, for a pack for everybody has none: {{formatted}}.",
  countedTitle: "Counted again from the rows of the pack:",
  measureShare: "{{name}}: {{part}} of {{whole}}.",
  measureDays: "{{name}}: {{days}} days, of {{part}} of {{whole}} whose day is known.",
  measureNoDays: "{{name}}: not measured, for no day is known of {{whole}}.",
  notMeasured: "{{name}}: not measured, because {{why}}.",
  measure: {
    requirements: "Commitments named by the reports in the pack of which at least one point rests on a record",
    findings: "Findings backed by a document",
    actions: "Corrective actions backed by a document",
    repayments: "Groups of the repayment ledger backed by a document",
    documentAge: "Median age of the documents",
    tied: "Documents tied to a site or a product",
    thirdParty: "Documents verified by a third party",
    selfDeclared: "Documents that are the supplier’s own word",
    contradictions: "Open contradictions: questions answered more than once about a supplier, with answers that differ",
    sample: "Size of the sample",
    sampleErrors: "Errors found in the sample",
    volumes: "Gap between volumes when one product is followed to its raw material",
  },
  whyNotMeasured: {
    "plan-elsewhere": "whom a draw chose stands in the accepted plan, which is in no pack",
    "errors-not-recorded": "nobody records here whether what a sample showed was an error",
    "volumes-not-recorded": "volumes from step to step are not recorded",
  },
  firstPack: "This is the first pack of the organisation: there is none to compare it with.",
  sinceLast: "The pack before is {{id}}, made on {{day}}, with {{before}} suppliers; this one has {{now}}.",
  eventsSince: "Events of the trail since, of those that are shown: {{kinds}}.",
  nothingSince: "Of the events that are shown none came since.",
  absentTitle: "Not in the pack:",
  absent: {
    plan: "The plan of whom to follow up: whom it leaves out or puts off could tell who is in danger. The accepted plan and its draw stay with the organisation.",
    checks:
      "Checks of bidders and their decisions: they hold convictions and what other bidders said. They are in the file of their procedure.",
    "access-log":
      "Who joined, looked at what and took which file: these events are in the trail as hashes alone, so that what was told in confidence cannot be told from them.",
    judgements: "Judgements whether a duty is met, but for those that a report prints.",
    categories: "Assessments of categories, but for those that a report prints: they are about no supplier.",
    "contract-ends": "What changing or ending a contract does to those who work for it: such groups are often small.",
    "document-files":
      "The documents themselves: they are somebody’s letters. Ask the organisation; their SHA-256 is in the pack.",
    "in-confidence": "What workers, unions, NGOs and hotlines told in confidence, and statistics of it.",
    volumes: "A product followed to its raw material, with volumes: they are not recorded.",
    "no-class":
      "Actions and repayments that hang on no finding, decisions about suppliers, contracts and ways of buying: they have no access class, and this pack is for everybody.",
    "kept-file":
      "The file that was kept with report {{of}}: it is gone from the data folder, is not the one that was frozen, or there are too many.",
  },
  sealed:
    "The trail sealed this list in event {{event}}: there are as many suppliers of each level and band as it says, but for those of whom something was recorded since.",
  notSealed:
    "The trail shown here has no seal of this list: that its lines are those that were published is the signer's word.",
  erased:
    "The contents of {{formatted}} events are not in the pack: erased for a lawful reason, says the signer. What they told cannot be checked.",
  inConfidence:
    "Answers and findings told in confidence and released: {{formatted}}. No event in a pack can tell of them; they are the signer’s word.",
  withheld:
    "Left out because of their access class: {{findings}} findings, {{documents}} documents, {{actions}} actions and repayments that follow from them or have no class in a pack for everybody, and {{reports}} reports, or reports that tell of one of these (the pack goes up to: {{upTo}}).",
  stamp: {
    none: "No time stamp: when this pack was made is the word of the machine that made it.",
    intact:
      "Time stamp intact: “{{name}}” stamped the signature of this pack, by its own clock at {{time}}. The pack was there by then.",
    certificate: "SHA-256 of the authority's certificate: {{fingerprint}}",
    above: "It was issued by “{{name}}”, whose certificate has the SHA-256 {{fingerprint}}",
    nameless: "a certificate without a name",
    expected: "The time-stamping authority is the one you named.",
    other: "The time-stamping authority is not the one you named.",
    notChecked:
      "The time-stamping authority was not checked: anyone can run a service that stamps any time. Ask the authority itself for the SHA-256 of its certificate and give it with --timestamp-authority.",
  },
  page: {
    title: "Evidence packs",
    lead: "A file for an auditor, an authority or a court: the list, every answer, finding, decision, action and report that was sent to review, and what the scores were computed with. They check all of it and compute every score again on their own machine, without you.",
    ask: "Make a pack of the list as it is now",
    note: "What was told in confidence is never in a pack. Names of members who decided something are in it. Asking for a pack, and taking it, are events of the trail.",
    upTo: "Findings, documents and reports, up to",
    ofList: "The list",
    ofListHint: "A report rests on the list of its day. To back its numbers, pack that list where it is kept.",
    shownList: "As it is now",
    listOfReport: "The one behind: {{title}}, {{number}}",
    forReport: "the list behind a report",
    stamp: "With a time stamp",
    stampHint:
      "{{host}} confirms the time. It is told a hash and nothing of the contents. When it does not answer, no pack is made.",
    stamped: "Time stamp: {{when}}, by {{name}}",
    stampedBy: "SHA-256 of its certificate",
    notStamped: "No time stamp",
    make: "Make a pack",
    running: "A pack is being made. It can take a minute for 100,000 suppliers.",
    progress: "{{done}} of {{total}} suppliers",
    closing: "All suppliers are in it. It is being signed, stamped if you asked for that, and checked.",
    noList: "There is no published list yet. Upload one first.",
    key: "The key that signs",
    keyNote:
      "Tell this fingerprint to whoever is to check a pack, by another channel than the pack. It also stands at {{address}}.",
    fingerprint: "Fingerprint",
    check: "They get Candour from its project and type in its folder:",
    made: "Packs that were made",
    none: "None yet.",
    of: "{{file}}, {{suppliers}} suppliers",
    by: "Made {{when}}, asked for by {{who}}",
    nobody: "somebody who has no account any more",
    upToShown: "findings, documents and reports up to: {{class}}",
    leftOut_one: "{{formatted}} record was left out because of its class",
    leftOut_other: "{{formatted}} records were left out because of their class",
    head: "trail up to event {{formatted}}",
    hash: "SHA-256 of the file",
    get: "Download ({{size}})",
    intact: "Checked right after it was made: intact.",
    lines_one: "{{formatted}} line is not as the trail sealed it:",
    lines_other: "{{formatted}} lines are not as the trail sealed them:",
    notSealed:
      "The list waited for its seal in the trail, so that its lines could not be compared with it. Make another pack in a minute.",
    faults_one:
      "Checked right after it was made: {{formatted}} thing is not as it should be. Somebody changed the database outside the program, or the program has a fault. Look the trail through before you hand this pack over.",
    faults_other:
      "Checked right after it was made: {{formatted}} things are not as they should be. Somebody changed the database outside the program, or the program has a fault. Look the trail through before you hand this pack over.",
  },
  where: {
    file: "{{file}}",
    block: "{{file}}, block {{block}}",
    row: "{{file}}, block {{block}}, row {{row}}",
  },
  refused: "This file is not looked into as a pack. {{why}}",
  refusedIn: "This file is not looked into as a pack. {{why}} (In the pack: {{file}}.)",
  refusal: {
    "not-a-pack": "It is no ZIP file. Give the file as it was handed to you.",
    "too-large": "It is larger than a pack can be (4 GB).",
    trailing: "Something stands behind the end of the ZIP. Give the file as it was handed to you.",
    "too-many-files": "It holds more files than a pack can.",
    name: "A file in it has a name that no pack has: it could be written outside of its folder.",
    twice: "Two files in it have the same name.",
    link: "A file in it is a link and not a file.",
    entry: "What the ZIP says of a file is not what Candour writes: the pack was changed or packed anew.",
    gap: "Something stands between the files of the ZIP.",
    bomb: "It would unpack to far more than its size allows.",
    compressed: "A file in it cannot be unpacked.",
    missing: "A file that every pack has is missing.",
    "unknown-file": "A file in it is none that this version of Candour knows. Take a newer version.",
    "file-too-large": "A file in it is larger than it may be.",
    "row-too-long": "A row in it is longer than it may be.",
    format: "A file that everything hangs on cannot be read: it was changed, or the pack is of another version.",
  },
  fault: {
    "signature.wrong": "The signature does not belong to this manifest: one of the two was changed.",
    "signature.other-key": "Signed with the key {{fingerprint}}; you named {{expected}}.",
    "index.changed": "The index is not the one that was signed.",
    "index.rows": "The index contradicts the hashes of the rows of {{path}}.",
    "file.missing": "The file is missing, or the index does not name it.",
    "file.unlisted": "The index does not name this file: it was put in.",
    "file.changed": "The file was changed: its SHA-256 is another.",
    "file.received": "The manifest says that the list is kept as it was received; its SHA-256 is another.",
    "file.shape": "The file does not hold what it should.",
    "block.changed": "Rows of this block were changed, removed or added.",
    "row.changed": "The row was changed.",
    "row.removed": "A row was removed here.",
    "row.added": "The row was added.",
    "row.swapped": "The row and the next one were swapped.",
    "row.shape": "The row does not hold what it should.",
    "row.order": "The row stands twice, or out of its order.",
    "row.supplier": "The row is about supplier {{supplier}}, who is not in the list.",
    "row.records": "The supplier’s number of records is not that of its records in the pack (difference: {{left}}).",
    "row.differs": "“{{part}}” is {{pack}} in the pack; the trail says {{said}}.",
    "row.undone": "The trail tells that this was taken back.",
    "model.changed": "The model is not the one the manifest names ({{model}}).",
    "model.unknown":
      "This version of Candour does not know the model {{model}} and cannot tell whether it is the released one.",
    "model.other": "The model calls itself {{model}} and is not the released model of that name.",
    "reference.changed": "The reference data are not those the manifest names.",
    "score.differs": "“{{part}}” is {{pack}} in the pack; the model gives {{model}}.",
    "score.none": "No score could be computed again: the model or the reference data are not there or of no use.",
    "facts.differ": "What was told does not give the facts that were scored.",
    "totals.differ": "“{{what}}”: {{said}} in the totals, {{counted}} counted.",
    "list.counts":
      "“{{part}}”: {{pack}} suppliers in the pack; event {{event}} of the trail sealed {{said}}, and at most {{moved}} can have come or gone since. Lines were changed together with their scores.",
    "trail.gap": "Event {{event}} does not follow the one before it.",
    "trail.hash": "Event {{event}} is not what was hashed.",
    "trail.contents": "Event {{event}} does not hold the contents that were hashed.",
    "trail.head": "The trail ends at event {{event}} and not at the head the manifest names ({{head}}).",
    "trail.list": "No event tells that this list was published.",
    "trail.differs": "“{{part}}” is {{pack}} in the manifest; event {{event}} of the trail says {{said}}.",
    "trail.gone": "Event {{event}} tells of something that is not in {{path}}.",
    "trail.untold": "No event tells of this row.",
    "report.hash": "The contents of the report do not have the SHA-256 that was signed.",
    "report.class": "Fewer people may read this report than the pack is for.",
    "report.number": "The number and the day of publication do not go with the state of the report.",
    "report.signature": "The signature as {{role}} is for other contents.",
    "report.corrects": "The version it corrects is not in the pack, or is not the one before it.",
    "report.differs": "“{{part}}” is {{pack}} in the pack; event {{event}} of the trail says {{said}}.",
    "report.untold": "No event {{name}} of the trail tells what this row says.",
    "report.gone": "Event {{event}} tells of a report that is not in the pack.",
    "report.line":
      "Line {{line}} of the report says “{{part}}” {{said}}; the list in the pack, on which the report rests, says {{pack}}.",
    "report.counts":
      "“{{part}}”: the report counts {{said}} suppliers, the list in the pack, on which it rests, {{pack}}; at most {{moved}} can have come or gone since.",
    "report.file": "The file kept with the report (SHA-256 {{sha256}}) is not in the pack, or has another length.",
    "file.untold": "No report in the pack names this file.",
    "measures.differ": "“{{part}}” is not what the rows of the pack give.",
    "stamp.missing": "The manifest says that this pack has a time stamp, and the file is not there: it was taken out.",
    "stamp.unannounced": "The manifest says nothing of a time stamp: the file was put in.",
    "stamp.none": "You named a time-stamping authority, and this pack was made without a time stamp.",
    "stamp.seal":
      "The time stamp is not the one that was sealed with the key of the pack: it was changed or exchanged.",
    "stamp.shape": "It is no answer of a time-stamping service that can be read (RFC 3161 in DER).",
    "stamp.refused": "The time-stamping service refused to stamp (status {{status}}).",
    "stamp.signature": "The signature of the time-stamping authority does not belong to this time stamp.",
    "stamp.certificate":
      "The certificate that should have signed the time stamp is not in it, is not the one that is named, or may not stamp.",
    "stamp.algorithm": "The time stamp is signed or hashed in a way that is not accepted ({{algorithm}}).",
    "stamp.expired":
      "The certificate of the time-stamping authority was valid from {{from}} to {{until}}, and not at {{time}}.",
    "stamp.other": "It is the time stamp of something else.",
    "stamp.early": "The time stamp names {{time}}, and what it stamps was made only at {{madeAt}}.",
    "stamp.other-authority":
      "Stamped by an authority whose certificate has the SHA-256 {{fingerprint}}; you named {{expected}}.",
  },
  readMe: `CANDOUR EVIDENCE PACK

This file was made by Candour, open software for forced-labour due diligence. It holds what an
organisation knew about its suppliers, what it decided and did, and what its risk scores were computed
with, so that you can check and recompute all of it without that organisation.

A score says where to look first. It is no finding about a supplier and no probability.

TO CHECK IT
Get Candour from its project, not from here, and type in its folder:
  npm run --silent candour -- verify PACK.zip --key FINGERPRINT
Ask the organisation for the fingerprint of its key by another channel than this file.
verify.html is the same check as a page for a browser. Whoever changed this file could have changed that
page too, so take the page from the project as well.

WHAT LIES WHERE
manifest.json   what this is, who made it and when; signed in signature.json
index.json      every file with its size and SHA-256
timestamp.tsr   where there is one: a time stamp (RFC 3161) over signature.json; timestamp.json seals it
verify.html     the verifier as a page; better taken from the project
list/           the list as it was kept, its totals, how it was read, every supplier with its facts and score
model/          the risk model and the reference data of that day
measures.json   what the pack measures of itself, each with its parts, or why it is not measured
changes.json    what happened since the pack before this one
readings/       what suppliers answered, with sources
screening/      lists of named firms, and what people decided about matches
findings/       what was found about suppliers, step by step
evidence/       documents by their hash; the documents themselves stay with the organisation
actions/        corrective actions, repayment to workers, decisions about suppliers
contracts/      contracts with their terms and reviews, and the organisation's own ways of buying
reports/        reports as they were frozen, with who signed which contents and the files kept with them; no drafts
trail/          the audit trail: who decided what, when, chained by hashes

Files that end in .jsonl hold a row of JSON a line; .leaves beside them hold a SHA-256 a row.
What was told in confidence by workers, unions, NGOs or hotlines is never in a pack.
`,
} as const;
