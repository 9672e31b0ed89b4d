/** What each step of a vendor check is, what the law asks, and which proof counts; articles stand in `app/checks/steps.ts`. */
export const checkStep = {
  eu57conviction: {
    name: "Final conviction of the firm",
    asks: "A firm that was finally convicted of child labour or trafficking in human beings is excluded.",
    proof:
      "Extract from the criminal record or an equal document, search of a register, the bidder’s own declaration until then.",
  },
  eu57persons: {
    name: "Persons with power in the firm",
    asks: "The same holds where a member of its boards, or a person who represents, decides for or controls it, was convicted. Note whether they were checked; write no name.",
    proof: "List of such functions with the day and result of the check, kept outside Candour.",
  },
  de123: {
    name: "Conviction or fine under German law",
    asks: "A bidder is excluded at any time when a person responsible in it was finally convicted, or it was fined, for trafficking, forced prostitution, forced labour or exploitation of labour. Comparable foreign judgments count.",
    proof: "Extract from the competition register, judgments.",
  },
  deLksg22: {
    name: "Fine under the German supply chain act",
    asks: "A firm that was fined above set levels for breaches of that act should be kept out for at most three years, unless it put matters right.",
    proof: "Query of the competition register; level of the fine and the day it became final.",
  },
  eu57labour: {
    name: "Breach of labour and social obligations",
    asks: "A bidder may be excluded, or must be where national law says so, when the buyer can show by suitable means a breach of labour, social or environmental obligations.",
    proof:
      "Decision of an inspectorate, judgment of a court or tribunal, verified finding of an audit; with the reasons why exclusion is proportionate.",
  },
  eu57conduct: {
    name: "Grave professional misconduct",
    asks: "Misconduct that puts the bidder’s integrity in doubt can be a ground.",
    proof: "Evidence of the misconduct, its date and source, and the reasoning.",
  },
  eu57performance: {
    name: "Failures in earlier public contracts",
    asks: "Significant or lasting failures that ended an earlier contract or brought sanctions can be a ground; clauses on labour are among them.",
    proof: "Records of earlier contracts: early ends, damages, penalties.",
  },
  eu57information: {
    name: "False or withheld information",
    asks: "Serious misstatements about grounds for exclusion, or information kept back, can be a ground.",
    proof: "The declaration beside the evidence: what contradicts what.",
  },
  fr2141: {
    name: "Duty of vigilance (France)",
    asks: "A firm bound by the duty of vigilance that has drawn up no plan may be excluded.",
    proof: "The plan, or the finding that there is none.",
  },
  eu63: {
    name: "Firms whose capacity is relied on",
    asks: "Grounds are checked for these firms too; where a mandatory one applies, the bidder replaces the firm.",
    proof: "A check of each firm of its own, and the order to replace it.",
  },
  eu71subcontractors: {
    name: "Subcontractors",
    asks: "A buyer may check whether grounds apply to subcontractors and ask for a replacement.",
    proof: "A check of each declared subcontractor; the order to replace it and the day.",
  },
  eu57cleaning: {
    name: "Self-cleaning",
    asks: "A bidder can show that it is reliable in spite of a ground: it paid or undertook to pay for the harm, clarified the facts by working with investigators and the buyer, and took technical, organisational and personnel measures. The buyer weighs it and gives reasons.",
    proof: "Each of the three parts with its evidence, and the buyer’s reasoned assessment.",
  },
  de125: {
    name: "Self-cleaning under German law",
    asks: "Compensation, full clarification with the authorities and concrete measures of prevention; without them, ceilings of five or three years apply.",
    proof: "Assessment of the three parts; the end date worked out.",
  },
  eu18: {
    name: "Labour and social law in the contract",
    asks: "Contractors keep to environmental, social and labour law, collective agreements and the conventions of Annex X; ILO 29 and 105 on forced labour and 138 and 182 on child labour are among them (the list is from memory).",
    proof: "The clause, the plan for monitoring, the checks done and what followed from a breach.",
  },
  eu56: {
    name: "Award to a tender that breaches these obligations",
    asks: "A buyer may refuse the award to the best tender where it does not keep to the obligations of Article 18(2).",
    proof: "Evidence of the breach in the tender, and the reasoned decision.",
  },
  eu67: {
    name: "Award criteria tied to the contract",
    asks: "Criteria may concern how goods or services are made, at any stage of their life, if they are linked to what is bought. They were applied to this tender as they were published.",
    proof: "The published criterion and method, and the evidence the tender gave.",
  },
  eu69: {
    name: "Price that looks too low",
    asks: "The bidder is asked to explain a price that looks too low; the tender is rejected when the price is low because labour or social obligations are not kept.",
    proof: "Breakdown of wages, hours and subcontracting; the explanation; the labour-cost floor below.",
  },
  no5: {
    name: "Routines for human rights (Norway)",
    asks: "Public buyers keep suitable routines to promote respect for human rights where there is a risk of breach, and may set requirements and criteria.",
    proof: "The routine, and the screening of risk for this purchase.",
  },
  eu70: {
    name: "Conditions of performance",
    asks: "Contract terms may set social conditions of performance, for example core labour standards along the chain.",
    proof: "The text of the clause and evidence that it is monitored.",
  },
  eu71list: {
    name: "Who the subcontractors are",
    asks: "Subcontractors keep to the same obligations; a buyer may ask which share goes to whom.",
    proof: "List of subcontractors by tier with role and site; declared beside found.",
  },
  ukSchedule6: {
    name: "Convictions of the supplier",
    asks: "A supplier is shut out for convictions of slavery, trafficking or labour market offences where the circumstances continue or are likely to occur again.",
    proof: "Check of convictions, with an assessment of whether they are likely to occur again.",
  },
  ukConnected: {
    name: "Connected persons",
    asks: "Convictions of connected persons count as well. Note whether they were checked; write no name.",
    proof: "List of connected persons with the day and result of the check, kept outside Candour.",
  },
  ukOrders: {
    name: "Orders of a court",
    asks: "Slavery and trafficking prevention or risk orders and labour market enforcement orders are discretionary grounds.",
    proof: "Search of the registers of orders: kind, court, dates.",
  },
  ukConduct: {
    name: "Conduct without a conviction",
    asks: "Conduct abroad that would attract such an order, or sufficient evidence of these offences without a conviction, counts too.",
    proof: "The evidence, its strength, and the reasoning.",
  },
  ukDebarment: {
    name: "Central debarment list",
    asks: "The list is looked at, and an entry counts as mandatory or discretionary as it is marked.",
    proof: "Dated search of the list: result, kind of entry, end date.",
  },
  ukSubcontractors: {
    name: "Intended subcontractors",
    asks: "Intended subcontractors are checked against the grounds and the debarment list, and records are kept (the section and the period are from memory).",
    proof: "A check of each subcontractor.",
  },
  ukCleaning: {
    name: "Factors before an exclusion",
    asks: "Seriousness, responsibility taken, steps against a repetition, time passed and what the supplier itself says are weighed first.",
    proof: "The supplier’s submission and the assessment of each factor.",
  },
  ukPpn009: {
    name: "Modern slavery risk (PPN 009)",
    asks: "Central government bodies find and manage the risk of modern slavery in new procurements and in contracts that run.",
    proof: "Assessment of the risk for this procurement or contract.",
  },
  nhsSteps: {
    name: "Reasonable steps (health service in England)",
    asks: "The risk was assessed before the notice, and proportionate steps against it stand in the procedure, the terms and the management of the contract.",
    proof: "Dated assessment; conditions, clauses and log of reviews.",
  },
  otherPersons: {
    name: "Persons with power in the firm",
    asks: "Whether persons who represent, decide for or control the firm were checked, as your lawyer’s checklist asks. Write no name.",
    proof: "As your lawyer’s checklist says.",
  },
  otherChecklist: {
    name: "Your lawyer’s checklist",
    asks: "No regime of our catalogue was chosen. Candour knows nothing of this law and asks nothing by it: work through the checklist your lawyer gave you and note what came of it.",
    proof: "As the checklist says.",
  },
  osce0617: {
    name: "Preventive steps of the bidder",
    asks: "OSCE States undertook to look, when they award contracts, at whether bidders take appropriate steps against trafficking, subcontractors and staff included. It is a political commitment and no ground.",
    proof: "What the bidder states and shows of its preventive measures.",
  },
} as const;
