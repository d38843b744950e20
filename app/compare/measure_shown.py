"""Measures the residual where the submitted picture shows the poster, and finds out where that is."""

from app.compare.even_sharpness import even_sharpness
from app.compare.lay_over import LaidOver
from app.compare.residual import Residual, measure_residual
from app.compare.shown_part import only_agreeing, only_shown


def measure_shown(laid: LaidOver) -> tuple[LaidOver, Residual]:
    """The two pictures where the poster is shown, the reference no sharper than the other, and how they differ there.

    Twice where the residual itself tells that a ground begins inside the reference's frame.
    """
    shown = even_sharpness(only_shown(laid))
    residual = measure_residual(shown)
    agreeing = only_agreeing(shown, residual)
    return (shown, residual) if agreeing is shown else (agreeing, measure_residual(agreeing))
