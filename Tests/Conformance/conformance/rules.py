"""Every reason for which a peer may differ. A difference without one fails the run."""

from .expectation import Rule

FLOAT_SCORES = Rule(
    "float-scores",
    "trec_eval 9, which pytrec_eval bundles, compares scores as Float, so scores that differ only"
    " beyond it become ties; cltask compares Double, as trec_eval 10 does",
)
RECALL_ROUNDING = Rule(
    "recall-rounding",
    "trec_eval 9 takes the (int)(ρR + 0.9)-th relevant item as recall level ρ; cltask rounds to"
    " the nearest, as trec_eval 10 does",
)
FILE_ORDER_IN_TIES = Rule(
    "file-order-in-ties",
    "cwl_eval leaves tied items in the order of the file; cltask orders them by id, descending",
)
ASCENDING_IDS_IN_TIES = Rule(
    "ascending-ids-in-ties",
    "these providers of ir_measures order tied items by id, ascending; cltask descending, as"
    " trec_eval does",
)
NEGATIVE_IS_JUDGED = Rule(
    "negative-is-judged",
    "ir_measures counts a negative grade as a judgement in Judged; to trec_eval, and to cltask,"
    " such an item is unjudged",
)
RELEVANT_OF_MISSING_TOPIC = Rule(
    "relevant-of-missing-topic",
    "ir_measures counts no relevant items in a topic that the run leaves out; to cltask the"
    " denominator comes from the gold",
)
ZERO_FOR_UNDEFINED = Rule(
    "zero-for-undefined",
    "scikit-learn gives 0 and a warning for 0/0; to cltask it is undefined",
)
ONE_CLASS = Rule(
    "one-class",
    "scikit-learn gives a number where the gold has one class only; to cltask it is undefined",
)
NO_RELEVANT_LABELS = Rule(
    "no-relevant-labels",
    "scikit-learn's label ranking gives 1 where nothing is relevant; cltask 0, as trec_eval does",
)
NO_RISK_AT_ALL = Rule(
    "no-risk-at-all",
    "dcurves moves a score of 0 below 0, so that nobody with it is acted on at threshold 0; to"
    " cltask every score from the threshold on is positive",
)
RANDOM_IN_STEPS = Rule(
    "random-in-steps",
    "asreview-insights counts whole records that reading at random would have taken for as many"
    " relevant ones, ⌊ρR⌋ of them; Cohen's WSS, and cltask's, is over a share 1 − ρ of the records"
    " and over ⌈ρR⌉",
)
FLOAT_PLACEMENTS = Rule(
    "float-placements",
    "confidenceinterval holds mid-ranks and placements as Float; cltask as Double, by the formulas"
    " of DeLong et al.",
)
COPIES_TAKE_RANKS = Rule(
    "copies-take-ranks",
    "over one list, a resample puts an item drawn twice on two ranks of the ten, so that fewer"
    " items speak and the resamples vary more, or about another value, than lists drawn anew; the"
    " scorecard calls such an interval approximate",
)
STEPS_OF_RECALL = Rule(
    "steps-of-recall",
    "the time until a share of the relevant items is found jumps from one relevant item to the next,"
    " and a resample can only jump over the gaps that this list happens to have",
)
FEW_POSITIVES = Rule(
    "few-positives",
    "of a few dozen positives resamples vary a little less than samples do, and their distribution"
    " is skewed, which the percentiles of the bootstrap do not correct",
)
BEYOND_THE_RANGE = Rule(
    "beyond-the-range",
    "the normal interval of a difference of two AUCs can pass −1 or 1; cltask ends it there",
)
FEW_PLACEMENTS = Rule(
    "few-placements",
    "near 1 the AUC of a dozen positives hangs on the one or two that are placed low; a sample that"
    " has none of them has nearly no variance, and DeLong's interval is too short or a point",
)
UNDEFINED_GROUP = Rule(
    "undefined-group",
    "fairlearn gives 0 for a rate of nobody, so that the group is the worst or the best of all and"
    " makes a gap; to cltask it has no value and is left out of gaps",
)
SMALL_GROUPS = Rule(
    "small-groups",
    "cltask keeps groups below the task's minimum-size out of gaps; fairlearn knows no such size",
)
GAP_OF_ONE_GROUP = Rule(
    "gap-of-one-group",
    "fairlearn gives 0 for the gap of a single group and 1 for its ratio, as if it had found no"
    " difference; to cltask there is nothing to compare",
)
MEAN_TWICE = Rule(
    "mean-twice",
    "AIF360 divides by the mean once too often in the generalized entropy index with α = 0",
)
CLASSES_OF_THE_GROUP = Rule(
    "classes-of-the-group",
    "AIF360 smooths the share of a group by the classes that are found among its predictions, so that"
    " one that is always or never selected has no other class; cltask by both classes",
)
INFINITE_INDEX = Rule(
    "infinite-index",
    "with α = 0 one miss makes the generalized entropy index infinite; to cltask it is undefined",
)
TIES_AS_THEY_COME = Rule(
    "ties-as-they-come",
    "MCGrad sums equal scores in the order in which numpy sorts them, and the range of the sums hangs"
    " on it, and gives a p-value where no score leaves anything to chance; cltask takes equal scores"
    " together, as MCGrad does of one row a score with its weight",
)
EDGES_OF_BINS = Rule(
    "edges-of-bins",
    "MCGrad's bins have edges such as 3 · 0.2 = 0.6000000000000001, with a score of 0.6 below it;"
    " cltask's are exact",
)
SHARES_AND_A_BIT = Rule(
    "shares-and-a-bit",
    "FairRankTune adds 10⁻⁷ to every share in NDKL, so that its shares do not add up to 1; cltask"
    " has the definition",
)
