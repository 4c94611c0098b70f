"""What a careful user of NumPy writes for the permutation tests of all pairs of systems.

All pairs share one matrix of signs, so that one product with the values gives the sums of every
system under every permutation, and pairs are differences.

sign_matrix_script.py VALUES PERMUTATIONS
"""

import sys

import numpy as np

values = np.loadtxt(sys.argv[1], delimiter="\t", ndmin=2)
systems, topics = values.shape
permutations = int(sys.argv[2])

random = np.random.default_rng(20260101)
signs = random.integers(0, 2, (permutations, topics), dtype=np.int8) * 2.0 - 1.0
sums = signs @ values.T
observed = values.sum(axis=1)
for first in range(systems):
    differences = np.abs(sums[:, [first]] - sums[:, first + 1 :])
    reached = differences >= np.abs(observed[first] - observed[first + 1 :]) - 1e-9
    p = (np.count_nonzero(reached, axis=0) + 1) / (permutations + 1)
    assert np.all(p <= 1)
for number, mean in enumerate(values.mean(axis=1)):
    print(f"s{number:02}\t{mean:.6f}")
