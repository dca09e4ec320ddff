from tests.deploy.world import ROOT, run


def test_lists_the_benches_with_what_they_measure() -> None:
    found = run([str(ROOT / "deploy" / "bench")])
    assert found.returncode == 0, found.stderr
    lines = found.stdout.splitlines()[1:]
    names = {line.split()[0] for line in lines}
    assert "lineup" in names
    assert "playlist_maker" not in names
    assert all(len(line.split()) > 1 for line in lines), lines


def test_unknown_bench() -> None:
    for name in ("nothing", "../bench", "__init__", "playlist_maker"):
        found = run([str(ROOT / "deploy" / "bench"), name])
        assert found.returncode == 2
        assert f"there is no bench '{name}'" in found.stderr
