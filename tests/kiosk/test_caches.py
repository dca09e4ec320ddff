from pathlib import Path

from kiosk.caches import take_caches


def test_takes_every_file(tmp_path: Path) -> None:
    seed, home = tmp_path / "seed", tmp_path / "home" / "cache"
    (seed / "mesa" / "0a").mkdir(parents=True)
    (seed / "mesa" / "0a" / "f00").write_bytes(b"shader")
    (seed / "index").write_bytes(b"\0\1")
    take_caches(seed, {"XDG_CACHE_HOME": str(home)})
    assert {path.relative_to(home): path.read_bytes() for path in home.rglob("*") if path.is_file()} == {
        Path("mesa/0a/f00"): b"shader",
        Path("index"): b"\0\1",
    }


def test_without_a_seed(tmp_path: Path) -> None:
    take_caches(tmp_path / "nothing", {"XDG_CACHE_HOME": str(tmp_path / "home")})
    assert not list(tmp_path.rglob("*"))


def test_without_a_place_of_its_own(tmp_path: Path) -> None:
    """A kiosk that runs outside a sandbox must not fill its user's own caches."""
    (tmp_path / "seed").mkdir()
    (tmp_path / "seed" / "index").write_bytes(b"\0")
    take_caches(tmp_path / "seed", {"HOME": str(tmp_path / "home")})
    assert not (tmp_path / "home").exists()
