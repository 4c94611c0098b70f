"""Groups of people: values of groups, gaps, measures between groups, audits and trade-offs."""
