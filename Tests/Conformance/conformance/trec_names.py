"""What trec_eval calls our measures."""

_WHOLE = {
    "nDCG": "ndcg",
    "AP": "map",
    "RR": "recip_rank",
    "Rprec": "Rprec",
    "bpref": "bpref",
    "infAP": "infAP",
    "SetF": "set_F",
    "NumRelRet": "num_rel_ret",
}

_CUT_OFF = {"nDCG": "ndcg_cut", "AP": "map_cut", "P": "P", "R": "recall", "Success": "success"}


def trec_names(*measures: str) -> dict[str, str]:
    """trec_eval's name of each, as nDCG or P@10."""
    return {measure: _name(*measure.split("@")) for measure in measures}


def _name(base: str, cutoff: str | None = None) -> str:
    return _WHOLE[base] if cutoff is None else f"{_CUT_OFF[base]}_{cutoff}"
