"""The reliability diagram as an SVG: what was said against what was so, and how often each was said."""

from benchmarks.harness.calibration import Calibration

WIDTH, SIDE, LEFT, TOP, BARS = 460, 360, 62, 34, 80
"""Pixels: the whole width, the square plot, its corner, the height of the counts below it."""
HEIGHT = TOP + SIDE + 34 + BARS + 46
INK, GREY, BLUE = "#1c2733", "#9aa7b4", "#1f6fb2"


def draw_reliability(calibration: Calibration, title: str) -> str:
    """A whole SVG file. Bars are 95 % intervals; under the plot stands how many pictures each bin holds."""
    marks = [*_axes(title), *_points(calibration), *_counts(calibration)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="11" fill="{INK}" role="img">\n'
        f"<title>Reliability diagram: {_text(title)}</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n' + "\n".join(marks) + "\n</svg>\n"
    )


def _x(value: float) -> float:
    return round(LEFT + value * SIDE, 1)


def _y(value: float) -> float:
    return round(TOP + (1 - value) * SIDE, 1)


def _axes(title: str) -> list[str]:
    marks = [_label(title, LEFT, 20, anchor="start", size=13)]
    for step in range(0, 11, 2):
        value = step / 10
        marks.append(_line((_x(value), _y(0)), (_x(value), _y(1)), "#e3e8ed"))
        marks.append(_line((_x(0), _y(value)), (_x(1), _y(value)), "#e3e8ed"))
        marks.append(_label(f"{value:.1f}", _x(value), TOP + SIDE + 14))
        marks.append(_label(f"{value:.1f}", LEFT - 6, _y(value) + 4, anchor="end"))
    marks.append(_line((_x(0), _y(0)), (_x(1), _y(1)), GREY, dashes="5 4"))
    middle = TOP + SIDE / 2
    turned = f'transform="rotate(-90 18 {middle})"'
    marks.append(f'<text x="18" y="{middle}" text-anchor="middle" {turned}>really official</text>')
    marks.append(_label("probability_official said", _x(0.5), TOP + SIDE + 30))
    return marks


def _points(calibration: Calibration) -> list[str]:
    marks = []
    most = max(each.count for each in calibration.bins)
    for each in calibration.bins:
        x = _x(each.said)
        marks.append(_line((x, _y(each.least)), (x, _y(each.most)), BLUE))
        radius = round(3 + 7 * (each.count / most) ** 0.5, 1)
        tip = f"{each.count} pictures: said {each.said:.3f}, official {each.official:.3f}"
        marks.append(
            f'<circle cx="{x}" cy="{_y(each.official)}" r="{radius}" fill="{BLUE}" fill-opacity=".55" stroke="{BLUE}">'
            f"<title>{tip}</title></circle>"
        )
    return marks


def _counts(calibration: Calibration) -> list[str]:
    """Bars whose heights go with the root of the count: the ends hold nearly all."""
    foot = TOP + SIDE + 44 + BARS
    most = max(each.count for each in calibration.bins)
    marks = []
    for each in calibration.bins:
        high = round((BARS - 14) * (each.count / most) ** 0.5, 1)
        left, across = _x(each.low) + 2, round((each.high - each.low) * SIDE - 4, 1)
        marks.append(f'<rect x="{left}" y="{foot - high:.1f}" width="{across}" height="{high}" fill="{GREY}"/>')
        marks.append(_label(str(each.count), left + across / 2, foot - high - 3))
    marks.append(_label("pictures in each bin (height: square root)", _x(0.5), foot + 16))
    return marks


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, *, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" stroke="{colour}"{dashed}/>'


def _label(text: str, x: float, y: float, *, anchor: str = "middle", size: int = 11) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{_text(text)}</text>'


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
