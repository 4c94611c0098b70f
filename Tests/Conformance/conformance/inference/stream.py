"""cltask's random numbers once more, from their description: one number after the other.

Philox4x32-10 of Salmon et al. (SC 2011): ten rounds on a counter of four words under a key of two.
The key is the seed, the low word first; the counter is (block, its high word, replicate, purpose).
"""

from collections.abc import Iterator
from itertools import islice

MASK = 0xFFFFFFFF
BOOTSTRAP = 1
PERMUTATION = 2


def philox(counter: tuple[int, int, int, int], key: tuple[int, int]) -> tuple[int, int, int, int]:
    a, b, c, d = counter
    first, second = key
    for _ in range(10):
        left, right = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (right >> 32) ^ b ^ first, right & MASK, (left >> 32) ^ d ^ second, left & MASK
        first, second = (first + 0x9E3779B9) & MASK, (second + 0xBB67AE85) & MASK
    return a, b, c, d


KNOWN_ANSWERS = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((MASK,) * 4, (MASK,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]
"""Of Random123's kat_vectors: counter, key, result."""


def words(seed: int, purpose: int, replicate: int) -> Iterator[int]:
    """The words of a replicate, 32 bits each."""
    block = 0
    while True:
        counter = (block & MASK, block >> 32, replicate, purpose)
        yield from philox(counter, (seed & MASK, seed >> 32))
        block += 1


def below(bound: int, source: Iterator[int]) -> int:
    """A number below `bound` from a word, or the next one where that would be unfair (Lemire)."""
    unfair = 2**32 % bound
    while True:
        product = next(source) * bound
        if product & MASK >= unfair:
            return product >> 32


def resample(seed: int, replicate: int, strata: list[list[int]]) -> list[int]:
    """The units drawn: from each stratum as many as it has, with replacement."""
    source = words(seed, BOOTSTRAP, replicate)
    return [
        stratum[below(len(stratum), source)] for stratum in strata for _ in range(len(stratum))
    ]


def exchange(seed: int, replicate: int, units: int) -> list[bool]:
    """On which units two systems change places: a bit each, the lowest of the first word first."""
    source = islice(words(seed, PERMUTATION, replicate), (units + 31) // 32)
    bits = [word >> bit & 1 == 1 for word in source for bit in range(32)]
    return bits[:units]
