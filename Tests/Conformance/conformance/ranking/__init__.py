"""Kind ranking: TREC runs and qrels through `cltask eval`."""
