"""Kind assessment: submissions of scores and labels through `cltask score`."""
