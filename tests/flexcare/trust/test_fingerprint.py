from __future__ import annotations

from flexcare.trust.fingerprint import Fingerprint


def test_words_are_those_of_the_specification() -> None:
    """The examples of arXiv:0901.4016: 127.0.0.1 is lusab-babad, 63.84.220.193 is gutih-tugad."""
    digest = "7f000001" + "3f54dcc1" + "0" * 16 + "f" * 32
    assert Fingerprint(digest).words == "lusab-babad-gutih-tugad-babab-babab-babab-babab"


def test_another_root_has_other_words() -> None:
    assert Fingerprint.of(b"one").words != Fingerprint.of(b"two").words
