"""Measures the residual where the submitted picture shows the poster, and finds out where that is."""

from app.compare.aligned.even_sharpness import even_sharpness
from app.compare.aligned.filters import follow_filter
from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.residual import Residual, measure_residual
from app.compare.aligned.unbend import find_bend, unbend
from app.compare.shown.shown_part import only_agreeing, only_shown

# Of what disagrees no more than this share is left when a bend was the cause of it.
_LEFT = 0.7
Measured = tuple[LaidOver, Residual]


def measure_shown(laid: LaidOver) -> Measured:
    """The two pictures where the poster is shown, and how they differ there.

    The reference is no sharper than the other then, and that is straight where it was bent. Again where the residual
    itself tells that a ground begins inside the reference's frame.
    """
    shown = even_sharpness(only_shown(laid))
    straight, residual = _straightened(*_as_filtered(shown, measure_residual(shown)))
    agreeing = only_agreeing(straight, residual)
    return (straight, residual) if agreeing is straight else (agreeing, measure_residual(agreeing))


def _as_filtered(shown: LaidOver, residual: Residual) -> Measured:
    """With the reference put through the filter that the submitted picture was."""
    filtered = follow_filter(shown, residual)
    return (shown, residual) if filtered is shown else (filtered, measure_residual(filtered))


def _straightened(shown: LaidOver, residual: Residual) -> Measured:
    """As it is where it was not bent, or where straightening explains too little of what differs."""
    bend = find_bend(shown, residual)
    if bend is None:
        return shown, residual
    straight = unbend(shown, bend)
    again = measure_residual(straight)
    left, before = (1 - each.agreement(of.well_inside) for of, each in ((straight, again), (shown, residual)))
    return (straight, again) if left <= _LEFT * before else (shown, residual)
