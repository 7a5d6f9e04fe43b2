"""What of an answer is shown, whatever the borders of its tokens."""

import pytest

from models.worker.answer import AnswerText


def shown(pieces: list[bytes], stops: tuple[str, ...] = ()) -> tuple[list[str], bool]:
    answer = AnswerText(stops)
    texts = []
    for piece in pieces:
        texts.append(answer.feed(piece, 0))
        if answer.stopped:
            break
    return [*texts, answer.finish(0)], answer.stopped


@pytest.mark.parametrize(
    ("pieces", "stops", "text", "stopped"),
    [
        ([b"Gr\xc3", b"\xbc\xc3\x9fe"], (), "Grüße", False),
        ([b"Ende\xc3"], (), "Ende\ufffd", False),
        ([b"Mit Gr", b"u\xc3\x9f. ", b"EN", b"DE", b" mehr"], ("ENDE",), "Mit Gruß. ", True),
        ([b"E", b"N", b"D", b"X"], ("ENDE",), "ENDX", False),
        ([b"aaE", b"NENDE", b"x"], ("ENDE", "zz"), "aaEN", True),
        ([b"a---b"], ("b", "--"), "a", True),
        ([b"EN"], ("ENDE",), "EN", False),
        ([b"\xc3", b"\x9c!"], ("Ü",), "", True),
    ],
)
def test_whole_characters_and_stop_texts(pieces: list[bytes], stops: tuple[str, ...], text: str, stopped: bool) -> None:
    texts, ended = shown(pieces, stops)
    assert "".join(texts) == text
    assert ended is stopped


def test_what_may_become_a_stop_text_is_held_back() -> None:
    assert shown([b"ab E", b"ND", b"E"], ("ENDE",))[0] == ["ab ", "", "", ""]


def test_half_placeholders_are_held_back_and_can_be_dropped() -> None:
    answer = AnswerText(())
    assert answer.feed(b"Frau [PER", 4) == "Frau "
    assert answer.feed(b"SON_1], ", 0) == "[PERSON_1], "
    assert answer.feed(b"wohnhaft [LO", 3) == "wohnhaft "
    assert answer.finish(3) == ""
