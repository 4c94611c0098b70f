"""`posts/`: each person's posts as a list of their own, for pytrec_eval and scikit-learn.

The mean is over people at risk who have a post with evidence.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pytrec_eval
from sklearn import metrics

from ..expectation import OVERALL, Expectation
from ..scored import Question
from ..tie_orders import orders
from ..trec_names import trec_names
from .sample import People, Person

GRADED = trec_names("nDCG", "nDCG@2", "nDCG@10")
BINARY = trec_names(
    *("AP", "AP@3", "RR", "P@1", "P@3", "R@2", "R@10", "Rprec", "Success@1", "Success@3"),
    *("bpref", "infAP", "NumRelRet"),
)
LINEAR = [None, 1, 3, 10]

Values = Iterator[tuple[str, float]]


def questions(sample: People) -> Iterator[Question]:
    found = [person for person in sample.people if person.at_risk and person.has_evidence]
    several = any(len(g) > 1 for p in found for g in p.groups(sample.ties))
    peer = "pytrec_eval, all orders" if several else "pytrec_eval"
    yield peer, list(_over(found, lambda person: _every_order(person, sample.ties)))
    # scikit-learn knows expected ties alone, and no list of a single item.
    if sample.ties == "expected" and all(len(person.words) > 1 for person in found):
        yield "scikit-learn", list(_over(found, _in_expectation))


def _over(people: list[Person], values: Callable[[Person], Values]) -> Iterator[Expectation]:
    by_measure: dict[str, dict[str, float]] = {}
    for person in people:
        for measure, value in values(person):
            by_measure.setdefault(f"posts/{measure}", {})[person.name] = value
    for measure, by_person in by_measure.items():
        for name, value in by_person.items():
            yield Expectation(measure, name, value)
        add = np.sum if measure == "posts/NumRelRet" else np.mean
        yield Expectation(measure, OVERALL, float(add(list(by_person.values()))))


def _every_order(person: Person, ties: str) -> Values:
    runs = {
        str(number): {person.posts[post]: -float(rank) for rank, post in enumerate(order)}
        for number, order in enumerate(orders(person.groups(ties)))
    }
    grades = np.rint(person.evidence * 8).astype(int)
    for measures, judged in [(GRADED, grades), (BINARY, (grades > 0).astype(int))]:
        judgements = {post: int(g) for post, g in zip(person.posts, judged, strict=True)}
        qrels = dict.fromkeys(runs, judgements)
        values = pytrec_eval.RelevanceEvaluator(qrels, measures.values()).evaluate(runs)
        for ours, theirs in measures.items():
            yield ours, float(np.mean([values[run][theirs] for run in runs]))


def _in_expectation(person: Person) -> Values:
    evidence, scores = person.evidence[np.newaxis], person.scores[np.newaxis]
    for k in LINEAR:
        at = "" if k is None else f"@{k}"
        yield f"nDCG{at}", float(metrics.ndcg_score(evidence, scores, k=k))
        yield f"DCG{at}", float(metrics.dcg_score(evidence, scores, k=k))
