/** Ids of the evidence register (section 2.3) that are no entries of the catalogue: parts of a comparison, and what is left out. */

/** Ids that compare two strategies, and where the result document has them. */
export const comparisonParts: Readonly<Record<string, string>> = {
  uplift_pp: "`comparisons[].difference`: paired difference in the KPI's own unit",
  uplift_rel: "`comparisons[].relative`: ratio to the baseline − 1; null with a reason unless the baseline is clearly above zero",
  uplift_ratio_of_changes:
    "`comparisons[].ratioOfChanges`: change of the strategy / change of the baseline − 1, from the last whole year before adoption to the last of the run; null with a reason unless the baseline's change is clearly above zero; KPIs of a year and the one before (retention, clv) need two years of history",
  did: "`comparisons[].did`: the one change less the other",
  selection_gap:
    "`comparisons[].selectionGap` of `spend_per_customer`: naive gap between customers of several channels and of one, less the true relative effect",
  cannibalisation:
    "`comparisons[].cannibalisation` of `orders`: for each channel whose orders clearly rise, what every order gained costs another channel",
  lp_uplift:
    "`comparisons[].difference` of `member_spend`, where one strategy has the loyalty programme and the other has not: members' spend less the spend of the same people without it; `naive_member_gap` beside it is no effect",
  attr_credit: "`strategies[].attribution`: by channel and method, against the true worth of the channel's touches (`--attribution`)",
};

/** Ids that are not computed, and why. */
export const leftOut: Readonly<Record<string, string>> = {};
