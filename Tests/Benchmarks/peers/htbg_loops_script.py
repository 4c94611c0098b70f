"""What a careful user writes to compute hTBG, with dictionaries and loops as its authors do.

The formula is that of Shing, Resnik and Oard, "A Prioritization Model for Suicidality Risk
Assessment" (ACL 2020), with the times of Smucker and Clarke (SIGIR 2012). Gold and predictions are
kept as the authors' script keeps them: posts by name inside people by name.

htbg_loops_script.py SPLIT SUBMISSION
"""

import sys
from pathlib import Path

HALF_LIVES = {"hTBG": 224, "hTBG(halflife=1800)": 1800}
SUMMARY, PER_WORD, PER_ITEM = 4.4, 0.018, 7.8
CLICK = {True: 0.64, False: 0.39}
GAIN = 0.64 * 0.77


def rows(path):
    """The cells of each line after the names of the columns."""
    with open(path) as file:
        for line in file:
            if not line.startswith("#"):
                break
        for line in file:
            yield line.rstrip("\n").split("\t")


split = Path(sys.argv[1])

# By user: whether at risk, and by post the words and the probability to stop there.
gold = {user: (label == "severe", {}) for user, label in rows(split / "gold.tsv")}
for user, post, words in rows(split / "items.tsv"):
    gold[user][1][post] = (int(words), 0.0)
for user, post, evidence in rows(split / "evidence.tsv"):
    words, _ = gold[user][1][post]
    gold[user][1][post] = (words, float(evidence))

user_scores = {}
post_scores = {user: {} for user in gold}
for user, post, score in rows(sys.argv[2]):
    if post == "-":
        user_scores[user] = float(score)
    else:
        post_scores[user][post] = float(score)
assert user_scores.keys() == gold.keys()

gains = dict.fromkeys(HALF_LIVES, 0.0)
start = 0.0
for user in sorted(gold, key=user_scores.get, reverse=True):
    at_risk, posts = gold[user]
    scores = post_scores[user]
    assert scores.keys() == posts.keys()
    expected_words = 0.0
    goes_on = 1.0
    found = False
    for post in sorted(posts, key=scores.get, reverse=True):
        words, evidence = posts[post]
        expected_words += goes_on * words
        goes_on *= 1 - evidence
        found = found or evidence > 0
    if at_risk and found:
        for name, half_life in HALF_LIVES.items():
            gains[name] += GAIN * 2 ** (-start / half_life)
    start += SUMMARY + CLICK[at_risk] * (PER_WORD * expected_words + PER_ITEM)

for name, value in gains.items():
    print(f"{name}\t{value:.6f}")
