from hypothesis import example, given
from hypothesis import strategies as st

from extract.read.ocr.repair.spelling import one_placement, placements, skeleton

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạầấẩẫậềếểễệồốổỗộờớởỡợừứửữựỳýỷỹỵ", max_size=7
)


@given(VIETNAMESE)
def test_a_skeleton_has_a_letter_for_each_letter(word: str) -> None:
    assert len(skeleton(word)) == len(word)
    assert skeleton(word) == skeleton(skeleton(word))


@given(VIETNAMESE)
@example("ạảoa")  # two tones: no syllable
def test_both_placements_are_one_word(word: str) -> None:
    assert {one_placement(spelling) for spelling in placements(word)} == {one_placement(word)}


def test_only_open_syllables_have_two_placements() -> None:
    assert placements("toàn") == {"toàn"}
    assert placements("quý") == {"quý"}  # its u belongs to the q
    assert placements("thúy") == {"thúy", "thuý"}
