"""Measures on the reviewer's clock and of technology-assisted review, in several kinds."""
