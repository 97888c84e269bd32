import gzip
from pathlib import Path

from extract.read.ocr.repair.learn import main
from extract.read.ocr.repair.model import Model

TEXT = "Sở Y tế tổ chức hội nghị.\nSở Y tế tổ chức tập huấn.\nXã Tân Lập trồng rừng.\n"


def learnt(folder: Path, *options: str) -> Model:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    out = folder / "pairs.tsv.gz"
    main([str(folder), "-o", str(out), *options])
    return Model(gzip.decompress(out.read_bytes()).decode().splitlines())


def test_pairs_that_stood_twice_are_counted(tmp_path: Path) -> None:
    model = learnt(tmp_path)
    assert model.cased.pair("tổ", "chức") == 2
    assert model.cased.pair("Y", "tế") == 2


def test_what_stood_once_leaves_no_trace(tmp_path: Path) -> None:
    model = learnt(tmp_path)
    assert model.cased.pair("Tân", "Lập") == 0
    assert model.words("tan") == []


def test_texts_can_be_left_out(tmp_path: Path) -> None:
    assert learnt(tmp_path, "--without", "a.t").cased.total == 0


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    learnt(tmp_path)
    first = (tmp_path / "pairs.tsv.gz").read_bytes()
    learnt(tmp_path)
    assert (tmp_path / "pairs.tsv.gz").read_bytes() == first
