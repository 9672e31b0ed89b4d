/** Sentences for expected failures of lots and checks of bidders. */
export const checkProblems = {
  "check.answer-early":
    "The answer cannot be older than the day on which the fact was put to the bidder. Correct the day.",
  "check.because-not-known":
    "“Not known” and silence are no ground. A decision can rest only on steps in which something was found.",
  "check.because-not-put":
    "A fact known from elsewhere supports a decision only after it was put to the bidder and the bidder answered, or let the day pass.",
  "check.because-under-review": "An allegation under review supports no decision.",
  "check.because-unknown": "The decision rests on something that is not in this check. Load the page again.",
  "check.cleaning":
    "Say how self-cleaning was considered: each part that was offered, with your assessment, or that nothing was offered.",
  "check.conviction":
    "This ground needs a final conviction or decision: name the court or authority and the day on which it became final.",
  "check.correction-reason": "Write in a sentence or two what has to be corrected, and why.",
  "check.day-to-come": "A source cannot have been looked at on a day to come. Correct the day.",
  "check.end": "An exclusion has an end date.",
  "check.end-late": "The end date lies after the longest period the law allows from the day given.",
  "check.end-past": "The end date is over: this ground no longer excludes, or the day is wrong.",
  "check.event": "Name the day of the event: the period of this ground runs from it.",
  "check.exclusion-missing":
    "An exclusion needs its ground, proof, hearing, self-cleaning, proportionality and end date. Fill in that part.",
  "check.fact-not-put": "This was not put to the bidder yet. Note first on which day you put it.",
  "check.fact-protected":
    "What workers, a union, an organisation or a hotline told is not put to a bidder: it could show who spoke. It stays with the protected information; a named reviewer decides whether it may be released.",
  "check.fact-under-review": "This is still under review. Only what is established is put to a bidder.",
  "check.fact-unknown": "There is no such fact in this check. Load the page again.",
  "check.firm-bidder": "The bidder stands in its circle from the beginning and stays there.",
  "check.firm-known": "This firm is in the circle already.",
  "check.firm-unknown": "There is no such firm in the circle. Load the page again.",
  "check.ground-foreign": "This ground is not one of the law that was chosen for the lot.",
  "check.ground-not-found":
    "An exclusion has to rest on a step of the same ground in which something was found. Record what was found, and choose that step.",
  "check.hearing": "Before an exclusion the bidder is heard. Say on which day it was offered to be.",
  "check.hearing-answer":
    "Give the day of the bidder’s answer, or the day until which it could answer and did not; neither lies before the hearing was offered.",
  "check.is-filed": "This check is filed, and its record does not change. Open a correction to note something new.",
  "check.mandatory-found":
    "A mandatory ground was found. An admission needs the three parts of self-cleaning with your assessment, or the reasons of public interest for an exception.",
  "check.not-allowed": "Your role may not note this. Ask a member who may.",
  "check.not-exclusion": "Only an exclusion has the parts of an exclusion. Choose again.",
  "check.not-filed": "Only a filed check is corrected, and only once: look for its correction.",
  "check.not-found": "There is no such check. It may belong to another workspace.",
  "check.number": "“{{text}}” is no number. Write digits, with a point or a comma before the decimals.",
  "check.pair-unknown": "There is no such pair in this check. Load the page again.",
  "check.proof": "Say what proves the ground: document, authority, reference.",
  "check.proportionality": "Say in words why the exclusion is proportionate.",
  "check.provision": "Name the provision that lets the exclusion last until its end date.",
  "check.reasons": "Write the reasons: something was found, or the decision is more than an admission.",
  "check.same-person":
    "Whoever proposed an exclusion cannot agree to it. Ask another member who may decide about exclusions.",
  "check.second-unknown": "No exclusion waits for a second member in this check.",
  "check.step-unknown": "One of these steps is not asked in this check. Load the page again.",
  "check.terms": "Say which conditions, which questions, or which firm is to be replaced and by when.",
  "check.to-do.decision": "No decision ends this check yet. A question to the bidder leaves it open.",
  "check.to-do.lists-changed":
    "Other editions of the lists are in force since the firms were compared. Compare them again, then file.",
  "check.to-do.matches": "A review of the comparison is pending. It has to be decided before the check is filed.",
  "check.to-do.screening": "A firm of the circle was not compared with the lists yet. Compare it, then file.",
  "check.to-do.second": "The exclusion waits for a second member who may decide about exclusions.",
  "check.to-do.steps": "Some steps have no result yet. “Not known” is a result.",
  "check.unfit": "Something is missing in what you wrote, or cannot stand there.",
  "lot.bidder-supplier":
    "There is no such supplier in the list that is shown. Leave the field blank, or choose one of the list.",
  "lot.bidder-unfit": "A bidder needs a name, and a country of the list or none.",
  "lot.no-bidder": "This lot has no bidder yet. Add the bidders first.",
  "lot.not-found": "There is no such lot. It may belong to another workspace.",
  "lot.question-link":
    "A question that has nothing to do with the contract may not be put to bidders. Say in a sentence how it is linked to what is bought.",
  "lot.question-unfit": "Write the question, and choose its stage.",
  "lot.stage-open": "The checks of this stage are open already, for every bidder.",
  "lot.unfit": "Something is missing in this lot, or cannot stand there. Correct the fields.",
  "contract.day-to-come": "What happened cannot have happened on a day to come. Correct the day.",
  "contract.ended": "This contract was terminated. Nothing more is noted but the result of a review.",
  "contract.not-admitted": "The check of this bidder is not filed, or it did not admit the bidder.",
  "contract.not-found": "There is no such contract. It may belong to another workspace.",
  "contract.note-unfit": "Something is missing in what you wrote, or cannot stand there.",
  "contract.review-done": "The result of this review is noted already.",
  "contract.review-unknown": "There is no such review in this contract. Load the page again.",
  "contract.termination-assessment":
    "A contract is not terminated without an assessment of what it does to workers: who they are, wages and repayments due, what was tried, notice, who was informed, and what is done so that they do not bear it. Fill in every part, with the day and the reason.",
  "contract.unfit":
    "A contract needs its reference, title, contractor and first day; its last day is not before the first.",
  "lot.category-unknown":
    "There is no such category assessment in this workspace. Open the lot from the assessment’s page, or without one.",
  "lot.derived-model":
    "This assessment was made with weights of your workspace’s own. In a procedure only a released model has a place: assess the category anew.",
} as const;
