"""Times cltask and its peers on the same files."""
