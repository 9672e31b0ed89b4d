import { trailProblems } from "./trail";
import { buyingProblems } from "./buying-problems";
import { checkProblems } from "./check-problems";
import { findingProblems } from "./finding-problems";
import { reportProblems } from "./report-problems";

/** The sentence for each code of an expected failure; the codes are those of `new Problem(…)` in the sources. */
export const problems = {
  ...buyingProblems,
  ...checkProblems,
  ...reportProblems,
  ...findingProblems,
  ...trailProblems,
  "upload.empty": "{{file}} is empty. Choose the file again, or save it anew in your spreadsheet program.",
  "upload.too-large": "The file is larger than {{limit}}, the most that can be uploaded. Split it into several files.",
  "upload.interrupted": "The upload broke off before the end. Send the file again.",
  "upload.unreadable":
    "The form that brought the file could not be read. Give the file a name of plain letters and numbers, then send it again.",
  "file.empty": "The file is empty: it has 0 bytes. Check that the right file was chosen.",
  "file.blank": "The file holds only blank lines. Check that the right file was chosen.",
  "file.too-many-bytes": "The file has {{found}}, and at most {{limit}} are read. Split it into several files.",
  "file.too-many-records":
    "The table has more than {{limit}} records: the limit is passed at line {{line}}. Split it into several files.",
  "file.too-many-columns":
    "The record at line {{line}} has {{found}} columns or more, and at most {{limit}} are read. Remove the columns that are not needed, or check the separator.",
  "file.cell-too-long":
    "The cell at line {{line}}, column {{column}}, has {{found}} characters or more, and at most {{limit}} are read. Shorten it, or check that every quotation mark there has its partner.",
  "file.too-much-unzipped":
    "The workbook unpacks to {{found}} or more (at “{{part}}”), and at most {{limit}} are read. Save the sheet that is needed in a file of its own, or as CSV.",
  "file.too-many-parts":
    "The workbook has {{found}} parts, and at most {{limit}} are read. Save the sheet that is needed in a file of its own.",
  "file.form-without-data":
    "This is a form without data: it has a header, and no rows below it. Fill in the suppliers, one a row, and upload it again.",
  "file.no-sheets": "There is no sheet “{{sheet}}”: {{file}} is not a workbook. Leave the sheet out.",
  "file.sheet-unknown": "There is no sheet “{{sheet}}” in this workbook. Its visible sheets: {{sheets}}.",
  "file.sheet-empty":
    "The sheet “{{sheet}}” holds nothing. Choose another sheet, or check that the right file was sent.",
  "file.no-table":
    "No visible sheet of this workbook holds a table. Check that the right file was sent, or unhide the sheet that is needed and upload the file again.",
  "file.delimiter-invalid":
    "The separator must be one sign such as a comma, a semicolon, a tab or a bar, not “{{delimiter}}”.",
  "file.password":
    "This workbook is protected by a password. Remove the password (File, Info, Protect Workbook), save it and upload it again.",
  "file.pdf":
    "This is a PDF. Tables cannot be read from it reliably: ask whoever made it for the list as .xlsx or CSV.",
  "file.archive": "This is a compressed archive. Unpack it and upload the list inside.",
  "file.image": "This is a picture, not a table. Ask for the list itself as .xlsx or CSV.",
  "file.xls":
    "This is an old Excel file (.xls), which cannot be read. Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.",
  "file.xls-or-password":
    "This workbook is either an old Excel file (.xls) or protected by a password. Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.",
  "file.xlsb":
    "This is a binary workbook (.xlsb), which cannot be read. Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.",
  "file.ods":
    "This is an OpenDocument spreadsheet (.ods), which cannot be read. Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.",
  "file.numbers":
    "This is an Apple Numbers file, which cannot be read. In Numbers choose File, Export To, Excel or CSV, and upload that file.",
  "file.document":
    "This is a text document or presentation, not a table. Copy the table into a spreadsheet, save it as .xlsx or CSV, and upload that.",
  "file.html":
    "This is a web page (HTML), even if its name ends in .xls. Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.",
  "file.xml":
    "This is an XML file, even if its name says otherwise. Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.",
  "file.json": "This is a JSON file, not a table. Ask for the list as .xlsx or CSV.",
  "file.binary":
    "This is not a table: it holds the binary data of some program. Save the list as .xlsx or CSV (UTF-8) and upload that.",
  "file.workbook-damaged":
    "The workbook is damaged or did not arrive whole. Open it in a spreadsheet program, save it again as .xlsx and upload that file.",
  "file.workbook-unsafe":
    "The workbook declares its own XML entities, which no spreadsheet program does. It was not read. Save it again as .xlsx in a spreadsheet program.",
  "list.file-kind":
    "{{file}}: {{list}} is read from {{expected}}, and this file is {{found}}. Take the publisher's file again. The edition in force stays.",
  "list.format":
    "The file does not look like {{list}} any more: these columns are missing: {{missing}}. Check that it is the publisher's file. The edition in force stays.",
  "list.no-rows":
    "{{file}}: no entry of {{list}} was found in it. Check that it is the whole file of the publisher. The edition in force stays.",
  "list.duplicate-ids":
    "{{list}}: {{count}} entry numbers stand in the file more than once ({{ids}}). Take the publisher's file again. The edition in force stays.",
  "list.count":
    "{{list}}: the file says that it has {{stated}} rows, and {{read}} were read. It may have been cut off: take it again. The edition in force stays.",
  "list.older":
    "{{list}}: this edition is of {{date}}, and the one in force is of {{inForce}}. Take the newer file from the publisher. The edition in force stays.",
  "list.date":
    "{{list}}: {{date}} cannot be the day of this edition: it is no day of the calendar, or one to come. Correct the day. The edition in force stays.",
  "list.read-before":
    "{{list}}: you took this file on {{readOn}}, and the edition in force was taken on {{inForce}}. Take the file anew from its publisher. The edition in force stays.",
  "list.expected":
    "{{list}}: {{found}} entries were found, and you expected {{expected}}. Check the number at the publisher, or the file. The edition in force stays.",
  "list.unusual-count":
    "{{list}}: {{found}} entries were found, and the edition in force has {{had}}. Expected were {{least}} to {{most}}. If the publisher says {{found}} too, give that number and load the file again. The edition in force stays.",
  "mapping.empty": "The table holds no text. Choose another sheet or file.",
  "mapping.no-header-record": "There is no such header row among the first rows of the file. Choose another one.",
  "mapping.no-name": "No column holds the suppliers’ names. Choose the one that does.",
  "mapping.unknown-field": "There is no field “{{field}}”. Choose one from the list.",
  "mapping.unknown-header": "The table has no column “{{header}}”. Choose another one.",
  "import.not-found": "There is no such upload in this workspace.",
  "import.not-open": "This upload is not waiting for a decision. Load the page again to see how it stands.",
  "import.not-previewed": "This list is not waiting to be published. Load the page again to see how it stands.",
  "import.outdated":
    "Another list was published since this preview was made, so its differences are out of date. Make the preview again.",
  "import.not-latest": "Only the list that is shown now can be taken back.",
  "import.conflict": "Someone else changed this list a moment ago. Load the page again to see it as it is now.",
  "import.no-rows": "This upload has no row report yet.",
  "import.unexpected":
    "Candour met an error it did not expect while it read this file. The file is kept: try again, or tell whoever runs this server.",
  "import.no-differences": "This list was compared with no other.",
  "correction.unknown":
    "These are corrected rows of a list that is not in this workspace. Upload the whole list instead.",
  "correction.no-list": "The kept copy of {{file}}, which these rows correct, is gone. Upload the whole list instead.",
  "correction.too-many":
    "The workbook has more than {{limit}} corrected rows. Correct the list itself and upload it whole.",
  "ledger.unreadable": "“{{text}}” is not an amount with at most four decimals. Write it like {{example}}.",
  "job.unexpected":
    "This could not be finished: an error stopped it that the program was not made for. Nothing that was saved before is lost. Ask for it again; if it fails again, tell whoever runs the server: the log says what went wrong.",
  "job-stopped-too-often":
    "This was begun {{attempts}} times, and each time the server stopped before it was finished, for instance for want of memory. Nothing that was saved before is lost. Ask for it again; if it fails again, tell whoever runs the server: the log says when it stopped.",
  "pack.too-large": "The pack would be larger than 4 GB. Pack a shorter list.",
  "pack.busy":
    "Something was decided again and again while the pack was written. Ask for it again in a quieter moment.",
  "pack.report-class": "Fewer people may read this report than the pack is for. Choose a narrower class for the pack.",
  "pack.report-no-list": "This report rests on no list. Make a pack of the list that is shown.",
  "pack.report-list-gone":
    "The list this report rests on is not kept any more. The report and the file kept with it are in every pack that goes up to its class.",
  "pack.report-list-told":
    "An answer that was released and is in the list this report rests on has been taken back since, so that the list leaves the house no more.",
  "pack.running": "A pack is being made. Wait until it is ready.",
  "pack.kept-gone":
    "The kept copy of the list is not in the data folder any more, so that nobody could check the list in a pack. Bring it back from a backup, or upload the list again.",
  "pack.file-gone":
    "The file of this pack is not in the data folder any more. Bring it back from a backup, or make a new pack.",
  "pack.file-changed":
    "The file of this pack is not the one that was made: it was changed outside the program. Do not hand it over. Bring it back from a backup, or make a new pack.",
  "stamp.no-service":
    "A time stamp was asked for, and this installation has no time-stamping service any more. Ask for the pack without one.",
  "stamp.unreachable":
    "The time-stamping service {{host}} did not answer, also when asked again. No pack was made. Try later, or ask for the pack without a time stamp.",
  "stamp.answer":
    "The time-stamping service {{host}} answered with the HTTP status {{status}} and no time stamp. No pack was made. Ask whoever runs this server to look at its address, or ask for the pack without a time stamp.",
  "stamp.refused":
    "The time-stamping service {{host}} refused to stamp (status {{status}} of RFC 3161). No pack was made. Ask whoever runs this server, or ask for the pack without a time stamp.",
  "stamp.wrong":
    "What the time-stamping service {{host}} answered does not hold: $t(pack.fault.{{fault}}) No pack was made. Ask whoever runs this server, or ask for the pack without a time stamp.",
  "stamp.clock":
    "The time-stamping service {{host}} says it is {{time}}, more than {{minutes}} minutes before the time of this machine. No pack was made. Ask whoever runs this server to set its clock.",
  "pack.not-found": "There is no such pack in this workspace.",
  "original.gone": "The original of this list is no longer kept. Its SHA-256 is.",
  "original.damaged":
    "The encrypted original is damaged or was changed, so it is not given out. Take it from a backup of the data folder.",
  "original.other-key":
    "The original was encrypted with another instance key. Put the file instance.key from the backup back into the data folder.",
  "rename.decided": "This question was answered already. Load the page again.",
  "model.no-list": "There is no published list yet. Upload one first.",
  "model.unknown": "There is no risk model {{model}} in force.",
  "data.unknown": "These reference data are not kept here. Open the page again.",
  "data.same": "This list is scored with these reference data already.",
  "model.same": "This list is scored with {{model}} already.",
  "model.unknown-weights": "These weights are not there, or were withdrawn. Load the page again.",
  "model.weights-sum": "The weights sum to {{total}} %, not to 100 %. Change one of them.",
  "model.weights-limit-country":
    "Country may weigh {{least}} to {{most}} %: a quarter of the released weight up or down.",
  "model.weights-limit-sector":
    "Sector and product may weigh {{least}} to {{most}} %: a quarter of the released weight up or down.",
  "model.weights-limit-recruitment":
    "Recruitment may weigh {{least}} to {{most}} %: a quarter of the released weight up or down.",
  "model.weights-same": "These are the weights of {{model}} itself. Change at least two of them.",
  "model.weights-reason": "Say why these weights fit your purchases better, in at most 1,000 characters.",
  "model.weights-known": "These weights are proposed already.",
  "model.agreed": "Somebody agreed to these weights already.",
  "model.second-person": "You proposed these weights: a second person has to agree to them.",
  "model.in-use": "The list is scored with these weights. Go back to the released model first.",
  "register.none": "There is no published list yet. Upload one first.",
  "pdf.busy": "Too many PDFs are being made at this moment. Try again in a minute.",
  "pdf.too-slow": "The PDF took too long to make. Take the register as Excel or CSV.",
  "supplier.not-found": "There is no such supplier in the list that is shown now.",
  "understanding.not-found": "The list that is shown now has nothing of that kind. Load the page again.",
  "understanding.unfit": "This cannot be decided about it. Choose what it is, or why it is no purchase.",
  "understanding.undone": "This decision was taken back already.",
  "plan.capacity": "Give a whole number from 1 to {{most}}.",
  "plan.no-list": "There is no published list yet. Upload one first.",
  "plan.not-ready": "The list is still being put in order after its publication. Try again in a moment.",
  "plan.nobody": "Nobody on this list sells anything.",
  "plan.not-found": "There is no such plan in this workspace.",
  "plan.no-draft": "There is no draft of a plan. Load the page again.",
  "plan.conflict": "Someone else changed this plan a moment ago. Load the page again to see it as it is now.",
  "plan.none": "There is no plan yet. Draw one up first.",
  "plan.few-places":
    "The plan has {{free}} free places, and {{coming}} suppliers were to be taken in. Select fewer, or take others out first.",
  "plan.undo-late":
    "This cannot be undone any more: the plan was accepted, or one of these suppliers was changed since.",
  "selection.none": "Nobody is selected. Tick at least one supplier.",
  "selection.too-many": "One action may be about at most {{most}} suppliers. Narrow the filters, or select fewer.",
  "plan.reason": "Say why: the reason stands in the record.",
  "plan.supplier": "There is no such supplier in the list of this plan.",
  "plan.moved": "This was done already. Load the page again.",
  "plan.full": "All {{places}} places are taken. Take a supplier out first, or draw up a plan with more places.",
  "plan.empty": "Nobody is in this plan. Take at least one supplier in.",
  "plan.day-ahead": "The day lies ahead. Say what has happened, not what will.",
  "remedy.supplier": "There is no such supplier in the list that is shown. Open it from the table of suppliers.",
  "remedy.owner": "Choose an owner among the members who may follow up in this workspace.",
  "remedy.day-ahead": "The day lies ahead. Say what has happened, not what will.",
  "remedy.unfit": "Something is missing in this form, or cannot stand there. Nothing was saved.",
  "remedy.changed":
    "Somebody changed this while you looked at it. Nothing of yours was saved: compare what you typed with what stands there now, and save again.",
  "action.not-found": "There is no such action in this workspace.",
  "action.finding":
    "There is no such open finding of this supplier. What was told in confidence carries no action: release it first, or record the action on the supplier without it.",
  "action.days": "The action is due before it starts. Correct one of the two days.",
  "action.owner-waits":
    "This action waits for a second person, so its owner stays. Open it again first, or let another member verify it.",
  "action.is-verified": "This action is verified. Open it again before you change it.",
  "action.state": "The action cannot go there from where it stands. Load the page again.",
  "action.reason": "Say why: others will ask what failed, or why it was opened again.",
  "action.not-done": "Only what the supplier says is done can be verified.",
  "action.second-person": "You own this action, or said that it is done. Another member has to verify it.",
  "action.how": "Say what was looked at and how.",
  "action.step": "Say what was done and what it came to.",
  "repayment.not-found": "There is no such group in the ledger of this workspace.",
  "repayment.parts": "A part of the group cannot be more workers than the group. Correct the numbers.",
  "repayment.pairs": "An amount needs the number of workers it is of, and the other way round.",
  "repayment.interest": "Interest needs a rate, the days from and to in this order, and the source of the rate.",
  "repayment.wage-deduction":
    "Workers cannot repay themselves: money taken from wages, or set off against them, is no repayment. Nothing was saved.",
  "repayment.entry": "There is no such entry that stands. Load the page again.",
  "repayment.reason": "Say why the entry was wrong.",
  "decision.not-found": "There is no such decision in this workspace.",
  "decision.not-proposed": "This decision does not wait for anybody any more. Load the page again.",
  "decision.second-person": "You proposed this. Another member has to confirm it.",
  "decision.reason": "Say why the proposal is refused.",
  "decision.review": "The next review has to be after the day of the decision.",
  "decision.conditions": "Say on which conditions you buy.",
  "decision.ban": "Name both the law and its article, or neither.",
  "decision.harm": "Say what leaving would do to the workers. Without it, holding and leaving cannot be saved.",
  "decision.tried": "Say what was tried before. Without it, holding and leaving cannot be saved.",
  "decision.wages": "Say what workers are owed in wages and repayments, or that nothing is known.",
  "decision.notice": "Say how long the notice is.",
  "materials.good": "Nothing is asked about this material for this supplier.",
  "readings.nothing": "Nothing here differs from what is recorded already.",
  "readings.future": "An answer cannot be true from a day to come. Correct the day.",
  "readings.source": "Say who answered, or in which document it stands.",
  "readings.not-found": "There are no such answers of this supplier.",
  "shown-list.busy": "Others decided again and again in this moment. Nothing of yours was saved. Try again.",
  "readings.undone": "These answers were taken back already.",
  "own-row.unfit": "Something is missing in this row, or cannot stand there.",
  "own-row.future": "A figure cannot be of a year or day to come.",
  "own-row.same": "A row in force says exactly this already.",
  "own-row.not-found": "There is no such row in this workspace.",
  "own-row.withdrawn": "This row was withdrawn already.",
  "own-row.in-force": "This row is in force already.",
  "own-row.not-total": "Only the whole cost of recruitment can be measured against.",
  "own-row.other-corridor": "This supplier does not hire by this corridor.",
  "own-row.stated": "A cost is recorded for this supplier already.",
  "release.done": "These answers were released or taken back already.",
  "release.assessment": "Write what showing these answers could do to workers, who assessed it, and when.",
  "release.group": "Answers about fewer than {{smallest}} workers could show who spoke. They stay protected.",
  "procedure.derived-model":
    "A procurement procedure uses a released risk model. {{model}} is none: leave the model out to use the one in force.",
  "category.unknown-code":
    "{{code}} is not in the procurement vocabulary (CPV 2008). Search for what you buy and choose a code from the list.",
  "category.unknown-country": "Choose the buyer’s country from the list.",
  "category.not-found": "There is no such assessment in this workspace.",
  "category.corrected":
    "Somebody filed a version of this number a moment ago. Load the page again and correct the newest version.",
  "category.unfit-measure": "One of the measures does not fit what you stated. Look through the list again.",
  "category.text-too-long": "Your own text has {{found}} characters; at most {{limit}} are kept. Shorten it.",
  "category.nothing-chosen":
    "Tick what goes into the tender, or write why nothing does. The record needs one of the two.",
  "category.reason": "Write in a sentence why you correct it; auditors read it.",
  "category.incomplete": "Something is missing from what was stated. Fill it in and assess the category again.",
  "buyer.country": "{{country}} is not in the table of countries. Choose one from the list.",
  "buyer.keep-years":
    "Write whole years from {{least}} to {{most}}, or leave it empty. Reports are never kept shorter than their templates ask.",
  "buyer.conflict": "Someone else changed this a moment ago. Load the page again.",
  "account.step-on": "The second step is switched on already.",
  "account.wrong-code": "This code does not fit, or it was used already. Take the one your app shows now.",
  "account.wrong-password": "This is not your password.",
  "account.name": "Write a name of at most 100 characters.",
  "account.password-short": "The new password needs at least 12 characters.",
  "account.password-long": "The new password may have at most 200 characters.",
  "reset.gone": "This link was used, or its time is over. Ask for a new one.",
  "account.last-owner":
    "You are the only owner of {{names}}, and others work there. Make one of them an owner, or delete the workspace first.",
  "workspace.changed": "Somebody changed the workspace at this moment. Load the page and look again.",
  "workspace.name": "This is not the name of the workspace. Type it as it stands above.",
  "workspace.new-name": "Write a name of at most 100 characters.",
  "account.too-many": "Too many attempts. Wait 15 minutes, then try again.",
  "invitation.email": "This is not an e-mail address. Write it like name@example.org.",
  "invitation.gone":
    "This invitation is not open: it was used, withdrawn or made anew, or its 7 days are over. Ask for a new one.",
  "invitation.has-account": "{{email}} has an account. Sign in with it.",
  "invitation.member": "The holder of this address is a member already.",
  "invitation.not-open": "This invitation is no longer open. Load the page again.",
  "invitation.open": "This address is invited already. Send the invitation again, or withdraw it first.",
  "invitation.other-address": "This invitation is for {{email}}. Sign in with that address, or ask for one to yours.",
  "invitation.too-many": "At most {{most}} invitations can be sent in an hour. Wait an hour, then go on.",
  "invitation.role": "Choose one of the roles.",
  "member.last-owner":
    "This is the only owner, and a workspace cannot be without one. Make somebody else an owner first.",
  "member.not-found": "This person is no member of the workspace.",
  "view.not-shared": "You may keep views for yourself, but not for everyone.",
  "view.not-found": "There is no such view any more.",
  "view.undo-late": "This cannot be undone any more: the view was changed since.",
  cancelled: "The work was cancelled.",
  "match.not-found": "There is no such pair. It may belong to another workspace.",
  "match.changed": "Somebody decided about this pair, or its facts changed, while you looked at it. Look at it again.",
  "match.decided": "This pair was decided already. Open it again to decide anew.",
  "match.reason": "Write in a sentence or two why you decide so; auditors read it.",
  "match.unfit": "This cannot be decided about the pair as it stands.",
  "match.checked-missing":
    "This edition is out of date. Look at the publisher’s own list and say on which day you did.",
  "match.checked-day":
    "The day on which you looked at the publisher’s list has to be one of the last {{days}} days. Correct the day.",
  "match.not-waiting": "Nothing about this pair waits for a second member.",
  "match.same-person": "Whoever decided cannot confirm. Ask another member.",
  "match.not-decided": "Nothing is decided about this pair yet.",
  "list.title": "Give your list a name: by it the next edition is known.",
  "list.read-on": "Say on which day you took the file from its publisher: a day of the calendar, not one to come.",
  "list.not-found": "There is no such edition in this workspace.",
  "list.withdrawn": "This edition was withdrawn already.",
  "duplicate.not-found": "There is no such pair. It may belong to another workspace.",
  "duplicate.changed": "Somebody decided about these two, or their facts changed, while you looked. Look again.",
  "duplicate.circle": "One of the two was merged already. Undo that first, or merge with the supplier it became.",
} as const;
