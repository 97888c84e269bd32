"""Old communes of one name in one new province, which a list of mergers may take for one.

Where two of them come with the same successor, each is given what is its own: a new commune is made
of neighbours, so a successor is a commune's own if others of its district went there too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping


def told_apart(
    into: Mapping[str, list[str]], namesakes: Mapping[str, Hashable]
) -> dict[str, list[str]]:
    """`into`, the successors by old commune, with those of namesakes told apart.

    `namesakes` says for each old commune which name of which new province it shares. Ids of
    communes begin with that of their district. Where nothing tells, all successors stay.

    >>> into = {"a/x": ["n", "m"], "a/y": ["n"], "b/x": ["n", "m"], "b/z": ["m"]}
    >>> told_apart(into, {"a/x": "x", "b/x": "x", "a/y": "y", "b/z": "z"})
    {'a/x': ['n'], 'a/y': ['n'], 'b/x': ['m'], 'b/z': ['m']}
    """
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for id_, name in namesakes.items():
        groups[name].append(id_)
    doubtful = {
        id_: others
        for group in groups.values()
        for id_ in group
        if (others := [o for o in group if o != id_ and set(into[o]) & set(into[id_])])
    }
    districts: dict[str, set[str]] = defaultdict(set)
    for id_, successors in into.items():
        if id_ not in doubtful:
            for successor in successors:
                districts[successor].add(_district(id_))
    own = {
        id_: [successor for successor in into[id_] if _district(id_) in districts[successor]]
        for id_ in doubtful
    }
    rest = {
        id_: [one for one in into[id_] if not any(one in own[other] for other in doubtful[id_])]
        for id_ in doubtful
    }
    return {id_: own.get(id_) or rest.get(id_) or list(all_) for id_, all_ in into.items()}


def _district(id_: str) -> str:
    return id_.rpartition("/")[0]
