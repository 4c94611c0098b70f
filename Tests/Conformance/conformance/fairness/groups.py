"""Who is a member of which group, read from the fields of groups.tsv."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from ..workspace import Columns

MISSING = "(missing)"


@dataclass(frozen=True)
class Table:
    name: str
    """As `--by` names it: `sex,age`."""
    members: dict[str, np.ndarray]
    """Group → positions of its items, ascending."""

    def unit(self, group: str) -> str:
        return f"{self.name}: {group}"

    @property
    def is_disjoint(self) -> bool:
        every = [item for members in self.members.values() for item in members]
        return len(every) == len(set(every))

    def groups_of(self, size: int, compared: list[str]) -> np.ndarray:
        """A row an item: 1 for each of the groups that are compared."""
        rows = np.zeros((size, len(compared)))
        for column, group in enumerate(compared):
            rows[self.members[group], column] = 1
        return rows


def values(cell: str) -> list[str]:
    return cell.split("|") if cell else [MISSING]


def in_order(found: set[str]) -> list[str]:
    """By bytes, missing values last."""
    return sorted(found, key=lambda value: (value == MISSING, value.encode()))


def holders(fields: list[str]) -> dict[str, np.ndarray]:
    """Value → positions of the fields that have it."""
    every = in_order({value for cell in fields for value in values(cell)})
    return {
        value: np.array([at for at, cell in enumerate(fields) if value in values(cell)], dtype=int)
        for value in every
    }


def tables(cells: Columns, elsewhere: list[dict[str, str]], by: list[str]) -> list[Table]:
    """One attribute has all values that anybody has; crossed ones what occurs."""
    found = []
    for name in by:
        attributes = name.split(",")
        each = [holders(cells[attribute]) for attribute in attributes]
        if len(attributes) == 1:
            known = {value for row in elsewhere for value in values(row[name])} - {MISSING}
            own = each[0]
            nobody = np.array([], dtype=int)
            members = {value: own.get(value, nobody) for value in in_order(set(own) | known)}
        else:
            members = {}
            for combination in product(*each):
                of_all = set.intersection(
                    *(set(column[value]) for column, value in zip(each, combination, strict=True))
                )
                if of_all:
                    members[",".join(combination)] = np.array(sorted(of_all))
        found.append(Table(name, members))
    return found
