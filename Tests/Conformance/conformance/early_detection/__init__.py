"""Kind early-detection: decisions on users while they write, through `cltask score`."""
