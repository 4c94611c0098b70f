"""Kind prioritization: people and their posts, through `cltask score`."""
