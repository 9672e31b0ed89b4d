/** Sentences for expected failures of reports. */
export const reportProblems = {
  "commitment.changed":
    "Somebody judged this row a moment ago. Load the page again and read what they wrote before you go on.",
  "commitment.judgement": "Choose what you judge: one of the words of the list.",
  "commitment.no-judgement": "There is no such judgement in this workspace.",
  "commitment.not-found": "The table of commitments has no row {{id}}.",
  "commitment.reason":
    "Write why, in at most {{limit}} characters: whoever reads the judgement has to be able to follow it.",
  "report.changed": "Somebody changed this report a moment ago. Load the page again and look at it before you go on.",
  "report.citation":
    "“{{line}}” names no document that somebody else could look for. Write what it is, its issuer, its day with the year, and where it is kept; or copy the address of a record here.",
  "report.class": "Choose who may read it: public, internal or confidential.",
  "report.class-wider":
    "A report of this type is made of records that fewer people may read. Choose the class it was started with, or a narrower one.",
  "report.comments":
    "Comments on sections are open. Read them and say that you approve it so, have them answered, or give it back.",
  "report.corrected": "Somebody started a correction of this report already. Open it from the list of reports.",
  "report.country": "{{country}} is not in the table of countries. Choose one from the list.",
  "report.fact-choice": "Choose one of the list, or leave it open.",
  "report.fact-count": "“{{line}}” is no whole number. Write digits only, or leave it empty.",
  "report.fact-day": "“{{line}}” is no day of the calendar. Write year, month and day, or leave it empty.",
  "report.fact-supplier":
    "“{{line}}” is no supplier of the list this report tells of: the one shown at the end of its period. Copy the address of the supplier's page, or let the period end later.",
  "report.fact-text":
    "A line has at most {{limit}} characters, and a list at most {{lines}} lines. Shorten “{{line}}”.",
  "report.file-changed":
    "The file that was kept with this report is not the one that was frozen. Take it from a backup, or give the report back.",
  "report.file-gone": "The file that was kept with this report is not in the data folder. Take it from a backup.",
  "report.file-none": "No file is kept with this report.",
  "report.gaps":
    "Points of this report are empty ({{empty}}), rest on nothing ({{unsupported}}) or have words to look at ({{claims}}). Look through the list and say that you approve it so, or give it back.",
  "report.not-found": "There is no such report in this workspace.",
  "report.not-intact":
    "The contents of this report are not those that were signed: their hash is another. It is not approved, published, signed or given out. Give it back, or restore it from a backup.",
  "report.not-published-then":
    "The report was not published by {{day}}. Of a past day only published reports are given as files; take it as it stands today.",
  "report.note": "A note has at most {{limit}} characters. Shorten it.",
  "report.organisation":
    "Write the legal name of the organisation that reports; name and number have at most {{limit}} characters each.",
  "report.period":
    "The period needs a first and a last day of the calendar, and the last may not lie before the first.",
  "report.point": "This report has no such point to write about. Load the page again.",
  "report.reference":
    "“{{line}}” is no record of this workspace that a report can name. Copy the address of its page, or cite the document with issuer, day and where it is kept, in at most {{limit}} characters.",
  "report.references":
    "A statement can rest on {{limit}} records and documents; these are {{found}}. Split the statement, or name fewer.",
  "report.second-person":
    "You wrote in this report, entered what it tells, or sent it to review. Another member who may approve reports has to approve it.",
  "report.sign-own":
    "You wrote in this report, entered what it tells, or sent it to review. Somebody else has to sign for having checked it.",
  "report.sign-role": "Choose as what you sign, among the roles your membership allows.",
  "report.sign-title":
    "Write what you are in your organisation: who signs for the board or as director is named with it.",
  "report.unsigned":
    "Signatures that the template asks for are missing ({{count}}). Have it signed first, or say that you publish it without them: the report names them as missing.",
  "report.signed": "You signed these contents in this role already.",
  "report.state": "The report has gone on since this page was loaded. Load it again: it shows what can be done now.",
  "report.subject":
    "Choose what the report is about: this type is made for one record, and there is none with that id here.",
  "report.text-too-long": "The text has {{found}} characters; at most {{limit}} are kept. Shorten it.",
  "report.subject-not-intact":
    "The filed record that this report is about no longer has the hash with which it was filed. Nothing of it is printed, and the report is not sent to review. Restore the record from a backup.",
  "report.too-large":
    "The report would hold {{found}} MB; at most {{limit}} MB can be frozen, so that an evidence pack holds it. Choose a shorter period, or fewer suppliers.",
  "report.type": "There is no report of that type. Choose one of the list.",
  "report.unreadable":
    "The report was not sent: the point “{{point}}” of the section “{{section}}” holds what no page could show. The draft stays as it is. Look at the point and at what it rests on; if you find nothing, tell whoever runs this server what the point and the section are called.",
  "report.variant": "This type of report has no such variant. Choose one of the list.",
  "report.variant-wider":
    "More people may read a report in this variant, with the notes and remarks that were written for fewer. Start a new report in it.",
  "report.why-corrected": "Write in a sentence why it is corrected; auditors read it.",
  "report.why-returned": "Write in a sentence what has to change; the author reads it.",
} as const;
