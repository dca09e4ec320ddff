from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.visit.rules import AllowRule, Place, RuleFaulty, allows_page, allows_part, place

MEALS = (
    AllowRule("https", "meals.example.org", "/order/"),
    AllowRule("https", "*.cdn.example.org"),
    AllowRule("http", "10.1.2.3", "/", 8080),
    AllowRule("https", "bücher.example"),
)


@pytest.mark.parametrize(
    "address",
    [
        "https://meals.example.org/order/",
        "https://meals.example.org/order",
        "https://MEALS.example.org/order/soup?size=small#top",
        "https://meals.example.org.:443/order/a/b",
        "https://meals.example.org/order/a/../b",
        "https://meals.example.org/order/%25252541",
        f"https://a.cdn.example.org/%{'25' * 15_000}41",
        "https://a.cdn.example.org/",
        "https://b.a.cdn.example.org/x",
        "http://10.1.2.3:8080/anything",
        "https://xn--bcher-kva.example/",
        "https://BÜCHER.example",
        "wss://meals.example.org/order/live",
        "ws://10.1.2.3:8080/",
    ],
)
def test_listed_pages_are_allowed(address: str) -> None:
    assert allows_page(MEALS, address)


STRANGERS = (
    "http://meals.example.org/order/",
    "https://meals.example.org/",
    "https://meals.example.org/ordering",
    "https://meals.example.org/order/../admin",
    "https://meals.example.org/order/%2e%2e/admin",
    "https://meals.example.org/order/%252e%252e/admin",
    "https://meals.example.org/order/..%2fadmin",
    f"https://meals.example.org/order/%{'25' * 5}2e./admin",
    f"https://meals.example.org/order/%{'25' * 15_000}41",
    "https://meals.example.org/order/..%5cadmin",
    "https://meals.example.org//admin",
    "https://meals.example.org:8443/order/",
    "https://meals.example.org:80/order/",
    "https://meals.example.org.evil.example/order/",
    "https://evil.example/https://meals.example.org/order/",
    "https://meals.example.org@evil.example/order/",
    "https://evil.example@meals.example.org/order/",
    "https://user:pass@meals.example.org/order/",
    "https://evil.example\\@meals.example.org/order/",
    "https://evil.example#@meals.example.org/order/",
    "https:\\\\meals.example.org/order/",
    "https:/meals.example.org/order/",
    "https:meals.example.org/order/",
    "https:///meals.example.org/order/",
    "//meals.example.org/order/",
    " https://meals.example.org/order/",
    "https://meals.exam\tple.org/order/",
    "https://meals.example.org/order/\n",
    "https://cdn.example.org/",
    "https://evilcdn.example.org/",
    "https://a.cdn.example.org..evil/",
    "http://10.1.2.3/",
    "http://10.1.515:8080/",
    "http://0x0a010203:8080/",
    "http://167838211:8080/",
    "http://012.1.2.3:8080/",
    "http://[::ffff:10.1.2.3]:8080/",
    "http://10.1.2.3:08080000/",
    "https://bucher.example/",
    "https://bu\N{COMBINING DIAERESIS}\N{COMBINING DIAERESIS}cher.example/",
    "file:///etc/passwd",
    "view-source:https://meals.example.org/order/",
    "javascript:location='https://meals.example.org/order/'",
    "data:text/html,x",
    "blob:https://meals.example.org/order/",
    "about:blank",
    "chrome://gpu",
    "ftp://meals.example.org/order/",
    "filesystem:https://meals.example.org/order/",
    "",
)


@pytest.mark.parametrize("address", STRANGERS)
def test_nothing_else_is_allowed(address: str) -> None:
    assert not allows_page(MEALS, address)


def test_parts_may_come_from_anywhere_on_a_listed_host() -> None:
    assert allows_part(MEALS, "https://meals.example.org/pictures/soup.jpg")
    assert not allows_part(MEALS, "https://meals.example.org:444/pictures/soup.jpg")
    assert not allows_part(MEALS, "http://meals.example.org/pictures/soup.jpg")


def test_a_bare_host_is_its_root() -> None:
    assert place("HTTPS://Meals.Example.org") == Place("https", "meals.example.org", 443, "/")


@pytest.mark.parametrize(
    ("scheme", "host", "path", "port"),
    [
        ("ftp", "a.example", "/", None),
        ("wss", "a.example", "/", None),
        ("https", "", "/", None),
        ("https", "*", "/", None),
        ("https", "*.", "/", None),
        ("https", "*.org", "/", None),
        ("https", "*.10.0.0.1", "/", None),
        ("https", "a.*.example", "/", None),
        ("https", "a.example", "", None),
        ("https", "a.example", "order/", None),
        ("https", "a.example", "/", 0),
        ("https", "a.example", "/", 65536),
    ],
)
def test_a_rule_that_cannot_be_decided_by_is_refused(scheme: str, host: str, path: str, port: int | None) -> None:
    with pytest.raises(RuleFaulty):
        AllowRule(scheme, host, path, port)


LABELS = st.from_regex(r"[a-z]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
NAMES = st.lists(LABELS, min_size=2, max_size=4).map(".".join)


@given(st.text(max_size=200))
def test_any_text_is_decided_on(address: str) -> None:
    allows_page(MEALS, address)


@given(NAMES, NAMES, st.text(alphabet="./@:\\#?%&[]*-\t abz019", max_size=30))
def test_no_dressing_makes_a_stranger_listed(listed: str, stranger: str, dressing: str) -> None:
    rules = (AllowRule("https", listed),)
    if stranger == listed:
        return
    # Whatever stands around a stranger's name, the host that comes out is the listed one or nothing is allowed.
    for address in (f"https://{dressing}{stranger}/", f"https://{stranger}{dressing}{listed}/", f"https://{listed}{dressing}{stranger}/"):
        if allows_page(rules, address):
            where = place(address)
            assert where is not None
            assert where.host == listed
            assert address.lower().startswith(
                (f"https://{listed}/", f"https://{listed}.", f"https://{listed}:", f"https://{listed}?", f"https://{listed}#")
            )


@given(NAMES, st.lists(st.sampled_from(["a", "b", "..", ".", "%2e%2e", "%2E.", "", "..%2f..", "%252e%252e"]), max_size=8).map("/".join))
def test_no_path_climbs_out(host: str, path: str) -> None:
    rules = (AllowRule("https", host, "/kept/"),)
    depth = 1
    for part in path.replace("%25", "%").replace("%2e", ".").replace("%2E", ".").replace("%2f", "/").split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth <= 0:
            # Whoever goes above is let back in only by the full name, which none of these parts is.
            assert not allows_page(rules, f"https://{host}/kept/{path}")
            return
    assert allows_page(rules, f"https://{host}/kept/{path}")


@given(NAMES, st.integers(1, 65535))
def test_only_the_one_port_is_open(host: str, port: int) -> None:
    assert allows_page((AllowRule("https", host),), f"https://{host}:{port}/") == (port == 443)
    assert allows_page((AllowRule("https", host, "/", 8443),), f"https://{host}:{port}/") == (port == 8443)
