"""Which pieces of lettering become one line."""

from app.model.geometry import Box
from app.text.lines import join_pieces
from app.text.pieces import Piece


def texts(*pieces: Piece) -> list[str]:
    return sorted(line.text for line in join_pieces(pieces))


def test_a_number_behind_letters_of_its_height_is_of_their_line() -> None:
    assert texts(Piece("HARBOUR", Box(20, 100, 300, 60), 0.99), Piece("2", Box(335, 98, 40, 64), 0.99)) == ["HARBOUR 2"]


def test_a_tall_number_beside_small_print_is_a_line_of_its_own() -> None:
    small = Piece("A film by Ada Marsh", Box(20, 120, 300, 30), 0.99)
    assert texts(small, Piece("2", Box(335, 90, 60, 90), 0.99)) == ["2", "A film by Ada Marsh"]
    assert len(texts(small, Piece("Q", Box(335, 90, 60, 90), 0.99))) == 1


def test_a_number_read_surely_does_not_share_the_doubt_about_its_neighbour() -> None:
    number = Piece("2", Box(335, 98, 40, 64), 0.99)
    assert texts(Piece("H4RB0VR", Box(20, 100, 300, 60), 0.6), number) == ["2", "H4RB0VR"]
    assert len(texts(Piece("HARBOUR", Box(20, 100, 300, 60), 0.9), number)) == 1
