/** Why a change of a finding was refused. */
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
} as const;
