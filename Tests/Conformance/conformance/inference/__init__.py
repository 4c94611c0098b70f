"""Intervals and tests: what `score` and `compare` say of how sure a value is."""
