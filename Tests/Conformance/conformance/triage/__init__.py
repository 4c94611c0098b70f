"""Kind triage: pipelines of stages, through `cltask score`."""
