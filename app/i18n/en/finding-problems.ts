/** Why a change of a finding, a document or a hold was refused. */
export const findingProblems = {
  "finding.not-found": "There is no such finding in this workspace.",
  "finding.supplier": "There is no such supplier in this workspace.",
  "finding.person":
    "A text holds what may name a person: an e-mail address, a telephone number, a number of identity papers, a day of birth, or a title with a name. Nothing was saved. Write how many workers and what happened, never who.",
  "finding.text": "A text that is needed is missing or too long (at most {{longest}} characters). Nothing was saved.",
  "finding.day": "A day has to be given as year, month and day, and not after today. Correct the day.",
  "finding.names": "Confirm that the texts name no worker and nobody who spoke. Nothing was saved.",
  "finding.protected":
    "What workers, a union, an NGO or a hotline told is recorded by an owner or a legal reviewer. Write nothing here; ask one of them to.",
  "finding.role": "Your role does not record findings of this kind.",
  "finding.changed": "Somebody changed this finding while you looked at it. Nothing was saved; look at it again.",
  "finding.taken-back": "This finding was taken back. Nothing more is recorded about it.",
  "finding.settle-role": "Your role does not settle findings.",
  "finding.waits": "A settlement of this finding waits for a second member already.",
  "finding.unfit": "This cannot be settled about the finding as it stands.",
  "finding.unheard":
    "The supplier has a right to reply first. Ask it, and wait for the answer or for the day by which it could answer.",
  "finding.not-waiting": "Nothing about this finding waits for a second member.",
  "finding.same-person": "Whoever proposed it cannot confirm it. Ask another member.",
  "finding.cannot-be-asked": "The supplier is not asked about this: the question would show who spoke.",
  "finding.answer-by":
    "The day by which the supplier may answer has to come after the day on which it was asked. Correct the days.",
  "finding.may-be-asked":
    "The supplier may be written to, so it has a right to be asked. Where asking could put somebody in danger, say so first under “Someone may be in danger”.",
  "finding.settled":
    "It is settled, or a settlement waits. Open it again first, or refuse what waits; then it can be taken back.",
  "hold.stands": "Somebody may be in danger: do not write to this supplier now. Nothing was saved.",
  "hold.changed": "Somebody changed this while you looked at it. Nothing was saved; look again.",
  "hold.none": "Nothing stops messages to this supplier.",
  "hold.not-asked": "Nobody asked that this supplier may be written to again.",
  "hold.same-person": "Whoever asked cannot agree. Ask another member.",
  "contact.text":
    "Name the body, how it is reached and where that stands, each in at most {{longest}} characters. Nothing was saved.",
  "contact.country": "Choose the country and the kind of body from the list.",
  "contact.not-found": "There is no such entry in this workspace.",
  "evidence.no-file": "Choose a file. Nothing was stored.",
  "evidence.form": "Say how strong the document is and who may see it. Nothing was stored.",
  "evidence.not-found": "There is no such document in this workspace.",
  "evidence.gone": "The file of this document is not in the data folder. Take it from a backup; its SHA-256 is known.",
  "evidence.kind":
    "This file is none of the kinds that are kept: PDF, PNG, JPEG, WebP, .docx, .xlsx, .pptx, .odt, .ods, CSV or plain text. Save it as one of these and upload that.",
  "evidence.macros": "This file holds macros or other programs. Save it without them, or as a PDF, and upload that.",
  "evidence.persons":
    "The document holds what looks like a list of workers or identity papers: columns of names and births, numbers of passports, or lines of a machine-readable passport. It was not stored. Write here in numbers what it shows, or upload a copy without these columns.",
  "evidence.persons-said":
    "A document that shows named or recognisable workers, or their papers, is not kept here. Nothing was stored. Leave it with whoever may protect them; write here in numbers what it shows, or upload a copy in which nobody can be recognised.",
  "evidence.persons-unsaid":
    "Say whether the document shows named or recognisable workers or their papers. Nothing was stored.",
  "evidence.dates": "The document cannot end before it was issued. Correct the days.",
  "evidence.duplicate": "This document is here already, and for the same. Nothing was added.",
  "evidence.use":
    "The document is of one supplier, and what it is to back is of another. Nothing was stored. Open the record it backs, and add it there.",
  "evidence.taken-back": "This document was taken back already.",
} as const;
