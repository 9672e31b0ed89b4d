import type { EntryFault } from "../../checks/rules";
import { Problem } from "../../lib/problem";

/** The sentence for each fault of an entry. Exclusion asks for the most, for it may be tried before a court. */
const REFUSALS: Readonly<Record<EntryFault, () => Problem>> = {
  "firm-bidder": () => new Problem("check.firm-bidder", "The bidder stands in its circle from the beginning and stays there.", {}, 422),
  "firm-known": () => new Problem("check.firm-known", "This firm is in the circle already.", {}, 409),
  "firm-unknown": () => new Problem("check.firm-unknown", "There is no such firm in the circle. Load the page again.", {}, 409),
  "pair-unknown": () => new Problem("check.pair-unknown", "There is no such pair in this check. Load the page again.", {}, 409),
  "step-unknown": () => new Problem("check.step-unknown", "One of these steps is not asked in this check. Load the page again.", {}, 409),
  "day-to-come": () => new Problem("check.day-to-come", "A source cannot have been looked at on a day to come. Correct the day.", {}, 422),
  "fact-protected": () => new Problem("check.fact-protected", "What workers, a union, an organisation or a hotline told is not put to a bidder: it could show who spoke. It stays with the protected information; a named reviewer decides whether it may be released.", {}, 422),
  "fact-unknown": () => new Problem("check.fact-unknown", "There is no such fact in this check. Load the page again.", {}, 409),
  "fact-under-review": () => new Problem("check.fact-under-review", "This is still under review. Only what is established is put to a bidder.", {}, 422),
  "fact-not-put": () => new Problem("check.fact-not-put", "This was not put to the bidder yet. Note first on which day you put it.", {}, 422),
  "answer-early": () => new Problem("check.answer-early", "The answer cannot be older than the day on which the fact was put to the bidder. Correct the day.", {}, 422),
  "second-unknown": () => new Problem("check.second-unknown", "No exclusion waits for a second member in this check.", {}, 409),
  "same-person": () => new Problem("check.same-person", "Whoever proposed an exclusion cannot agree to it. Ask another member who may decide about exclusions.", {}, 403),
  reasons: () => new Problem("check.reasons", "Write the reasons: something was found, or the decision is more than an admission.", {}, 422),
  terms: () => new Problem("check.terms", "Say which conditions, which questions, or which firm is to be replaced and by when.", {}, 422),
  "because-unknown": () => new Problem("check.because-unknown", "The decision rests on something that is not in this check. Load the page again.", {}, 409),
  "because-not-known": () => new Problem("check.because-not-known", "“Not known” and silence are no ground. A decision can rest only on steps in which something was found.", {}, 422),
  "because-not-put": () => new Problem("check.because-not-put", "A fact known from elsewhere supports a decision only after it was put to the bidder and the bidder answered, or let the day pass.", {}, 422),
  "because-under-review": () => new Problem("check.because-under-review", "An allegation under review supports no decision.", {}, 422),
  "mandatory-found": () => new Problem("check.mandatory-found", "A mandatory ground was found. An admission needs the three parts of self-cleaning with your assessment, or the reasons of public interest for an exception.", {}, 422),
  "exclusion-missing": () => new Problem("check.exclusion-missing", "An exclusion needs its ground, proof, hearing, self-cleaning, proportionality and end date. Fill in that part.", {}, 422),
  "ground-foreign": () => new Problem("check.ground-foreign", "This ground is not one of the law that was chosen for the lot.", {}, 422),
  "ground-not-found": () => new Problem("check.ground-not-found", "An exclusion has to rest on a step of the same ground in which something was found. Record what was found, and choose that step.", {}, 422),
  conviction: () => new Problem("check.conviction", "This ground needs a final conviction or decision: name the court or authority and the day on which it became final.", {}, 422),
  event: () => new Problem("check.event", "Name the day of the event: the period of this ground runs from it.", {}, 422),
  provision: () => new Problem("check.provision", "Name the provision that lets the exclusion last until its end date.", {}, 422),
  proof: () => new Problem("check.proof", "Say what proves the ground: document, authority, reference.", {}, 422),
  hearing: () => new Problem("check.hearing", "Before an exclusion the bidder is heard. Say on which day it was offered to be.", {}, 422),
  "hearing-answer": () => new Problem("check.hearing-answer", "Give the day of the bidder’s answer, or the day until which it could answer and did not; neither lies before the hearing was offered.", {}, 422),
  cleaning: () => new Problem("check.cleaning", "Say how self-cleaning was considered: each part that was offered, with your assessment, or that nothing was offered.", {}, 422),
  proportionality: () => new Problem("check.proportionality", "Say in words why the exclusion is proportionate.", {}, 422),
  end: () => new Problem("check.end", "An exclusion has an end date.", {}, 422),
  "end-past": () => new Problem("check.end-past", "The end date is over: this ground no longer excludes, or the day is wrong.", {}, 422),
  "end-late": () => new Problem("check.end-late", "The end date lies after the longest period the law allows from the day given.", {}, 422),
  "not-exclusion": () => new Problem("check.not-exclusion", "Only an exclusion has the parts of an exclusion. Choose again.", {}, 422),
}; // prettier-ignore

export const refusal = (fault: EntryFault): Problem => REFUSALS[fault]();
