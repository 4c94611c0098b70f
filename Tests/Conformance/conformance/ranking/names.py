"""The measures that both sides have, and what each side calls them."""

from dataclasses import dataclass

from ..expectation import OVERALL

CUTOFFS = (1, 3, 10, 100)
RECALL_LEVELS = ("0.0", "0.1", "0.25", "0.5", "0.7", "1.0")
GRADES = 4
"""The highest grade of the generated collections, which gdeval fixes."""


@dataclass(frozen=True, slots=True)
class Name:
    cltask: str
    pytrec: str = ""
    """In pytrec_eval, at relevance `level`; empty where it has none."""
    irm: str = ""
    """In ir_measures; empty where it has none."""
    level: int = 1
    per_topic: bool = True

    def units(self, topics: list[str]) -> list[str]:
        return [*topics, OVERALL] if self.per_topic else [OVERALL]


def _at_cutoff(k: int) -> list[Name]:
    return [
        Name(f"nDCG@{k}", f"ndcg_cut_{k}", f"nDCG@{k}"),
        Name(f"P@{k}", f"P_{k}", f"P@{k}"),
        Name(f"R@{k}", f"recall_{k}", f"R@{k}"),
        Name(f"AP@{k}", f"map_cut_{k}", f"AP@{k}"),
        Name(f"Success@{k}", f"success_{k}", f"Success@{k}"),
        Name(f"RR@{k}", irm=f"RR@{k}"),
        Name(f"Judged@{k}", irm=f"Judged@{k}"),
        Name(f"ERR@{k}", irm=f"ERR@{k}"),
        Name(f"nDCG(gain=exp2)@{k}", irm=f"nDCG(dcg='exp-log2')@{k}"),
    ]


_WHOLE_LIST = [
    Name("nDCG", "ndcg", "nDCG"),
    Name("AP", "map", "AP"),
    Name("RR", "recip_rank", "RR"),
    Name("Rprec", "Rprec", "Rprec"),
    Name("bpref", "bpref", "Bpref"),
    Name("infAP", "infAP", "infAP"),
    Name("SetP", "set_P", "SetP"),
    Name("SetR", "set_recall", "SetR"),
    Name("SetF", "set_F", "SetF"),
    Name("NumRet", "num_ret", "NumRet"),
    Name("NumRel", "num_rel", "NumRel"),
    Name("NumRelRet", "num_rel_ret", "NumRet(rel=1)"),
    Name("IPrec11", "11pt_avg"),
    Name("GMAP", "gm_map", per_topic=False),
    Name("ERR", irm="ERR@1000000"),
    Name("nDCG(gain=exp2)", irm="nDCG(dcg='exp-log2')@1000000"),
    Name("RBP", irm="RBP(rel=1)"),
    Name("RBP(p=0.5)", irm="RBP(rel=1,p=0.5)"),
    Name("RBP(p=0.95,rel=2)", irm="RBP(rel=2,p=0.95)"),
    Name("INST", irm=f"INST(max_rel={GRADES})"),
    Name("INST(T=2.5)", irm=f"INST(T=2.5,max_rel={GRADES})"),
]

_RECALL = [
    Name(f"IPrec@{level}", f"iprec_at_recall_{float(level):.2f}", f"IPrec@{level}")
    for level in RECALL_LEVELS
]

_SECOND_GRADE = [
    Name("AP(rel=2)", "map", "AP(rel=2)", 2),
    Name("RR(rel=2)", "recip_rank", "RR(rel=2)", 2),
    Name("P(rel=2)@10", "P_10", "P(rel=2)@10", 2),
    Name("R(rel=2)@10", "recall_10", "R(rel=2)@10", 2),
    Name("AP(rel=2)@10", "map_cut_10", "AP(rel=2)@10", 2),
    Name("Rprec(rel=2)", "Rprec", "Rprec(rel=2)", 2),
    Name("Success(rel=2)@3", "success_3", "Success(rel=2)@3", 2),
    Name("bpref(rel=2)", "bpref", "Bpref(rel=2)", 2),
    Name("infAP(rel=2)", "infAP", "infAP(rel=2)", 2),
]

NAMES = [
    *_WHOLE_LIST,
    *_RECALL,
    *(name for k in CUTOFFS for name in _at_cutoff(k)),
    *_SECOND_GRADE,
]

ALIASES = {
    "map": "AP",
    "ndcg": "nDCG",
    "recip_rank": "RR",
    "Rprec": "Rprec",
    "bpref": "bpref",
    "infAP": "infAP",
    "gm_map": "GMAP",
    "11pt_avg": "IPrec11",
    "set_P": "SetP",
    "set_recall": "SetR",
    "set_F": "SetF",
    "num_ret": "NumRet",
    "num_rel": "NumRel",
    "num_rel_ret": "NumRelRet",
    "ndcg_cut.10": "nDCG@10",
    "map_cut.10": "AP@10",
    "P.10": "P@10",
    "recall.100": "R@100",
    "success.3": "Success@3",
    "iprec_at_recall.0.5": "IPrec@0.5",
}
"""trec_eval's names for measures above."""
