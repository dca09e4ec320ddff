from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flexcare.configuration.layers import dotted, leaves
from flexcare.configuration.toml_lines import TomlLines

TEXT = '''\
# [not.a.table]
top = 1
"quoted key" = "a # no comment [not]"

[a.b]  # a table
c.d = 2
many = [
    "x = 1", # ] no end
    { e = "]" },
]
text = """
fake = 3
"""
last = { f = 1,
}
"say \\"it\\"" = 5

[[list]]
g = 1
[[list]]
h = 2
[list.below]
i = 3
'''


def test_every_key_has_its_line() -> None:
    tomllib.loads(TEXT.replace("{ f = 1,\n}", "{ f = 1 }"))
    lines = TomlLines(TEXT)
    wanted = {
        ("top",): 2,
        ("quoted key",): 3,
        ("a", "b"): 5,
        ("a", "b", "c", "d"): 6,
        ("a", "b", "many"): 7,
        ("a", "b", "many", "1"): 7,
        ("a", "b", "text"): 11,
        ("a", "b", "last", "f"): 14,
        ("list",): 18,
        ("list", "0", "g"): 19,
        ("list", "1", "h"): 21,
        ("nothing",): 0,
        ("fake",): 0,
    }
    assert {path: lines.of(path) for path in wanted} == wanted


KEYS = st.text("abc_-01", min_size=1, max_size=6) | st.text(st.characters(exclude_categories=["C"], exclude_characters="\"'\\"), max_size=5)
VALUES = st.sampled_from(
    ["1", '"text"', "[1, [2]]", "[\n  1,\n  # ]\n]", "{ x = 1 }", '"""\nkey = 1\n[table]\n"""', "'''a'''", "2026-01-01"]
)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=4), max_size=4))
def test_what_is_found_is_the_keys_own_line(tables: dict[str, dict[str, str]]) -> None:
    text, where = "", {}
    for table, keys in tables.items():
        text += f'["{table}"]\n'
        for key, value in keys.items():
            where[table, key] = text.count("\n") + 1
            text += f'"{key}" = {value}\n'
    data: dict[str, Any] = tomllib.loads(text)
    lines = TomlLines(text)
    assert {path: lines.of(path) for path in where} == where
    assert sum(1 for _ in leaves(data)) >= len(where)


def test_a_path_is_written_as_toml_wants_it() -> None:
    assert dotted(("hosts", "activities", "tv.example")) == 'hosts.activities."tv.example"'
