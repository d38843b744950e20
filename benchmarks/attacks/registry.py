"""Every attack, once."""

from dataclasses import dataclass
from functools import partial

from benchmarks.attacks import (
    camera,
    chains,
    composites,
    edit_pictures,
    edit_words,
    framing,
    look,
    overlays,
    phone,
    saving,
)
from benchmarks.attacks.eighteenth import attacks as eighteenth
from benchmarks.attacks.eighth import attacks as eighth
from benchmarks.attacks.eleventh import attacks as eleventh
from benchmarks.attacks.fifteenth import attacks as fifteenth
from benchmarks.attacks.fifth import attacks as fifth
from benchmarks.attacks.fourteenth import attacks as fourteenth
from benchmarks.attacks.fourth import attacks as fourth
from benchmarks.attacks.nineteenth import attacks as nineteenth
from benchmarks.attacks.ninth import attacks as ninth
from benchmarks.attacks.second import attacks as second
from benchmarks.attacks.seventeenth import attacks as seventeenth
from benchmarks.attacks.seventh import attacks as seventh
from benchmarks.attacks.sixteenth import attacks as sixteenth
from benchmarks.attacks.sixth import attacks as sixth
from benchmarks.attacks.tenth import attacks as tenth
from benchmarks.attacks.third import attacks as third
from benchmarks.attacks.thirteenth import attacks as thirteenth
from benchmarks.attacks.twelfth import attacks as twelfth
from benchmarks.attacks.twentieth import attacks as twentieth
from benchmarks.attacks.values import Attack, AttackFunction, Expected, Group


def _benign(name: str, function: AttackFunction) -> Attack:
    return Attack(name, Group.BENIGN, None, Expected.OFFICIAL, function)


def _edit(name: str, function: AttackFunction) -> Attack:
    return Attack(name, Group.EDIT, None, Expected.FAN_MADE, function)


def _reshared(edit: Attack) -> Attack:
    function = partial(chains.reshared, edit=edit.function)
    return Attack(f"{edit.name}_reshared", Group.RESHARED_EDIT, None, edit.expected, function)


@dataclass(frozen=True)
class AttackSet:
    """Attacks drawn by code of their own. name: what the names of all of them begin with.

    covered: benign ones that lay something over the poster, or leave a border where false change could show. lettering:
    edits that set or change words and signs. resharing: ways of passing an edit on.
    """

    name: str
    benign: tuple[AttackFunction, ...]
    covered: tuple[AttackFunction, ...]
    edits: tuple[AttackFunction, ...]
    lettering: tuple[AttackFunction, ...]
    resharing: tuple[tuple[str, AttackFunction], ...]

    def attacks(self) -> tuple[Attack, ...]:
        """What is harmless, the edits, and the edits passed on."""
        harmless, edited, reshared = (Group(f"{self.name}_{kind}") for kind in ("benign", "edit", "reshared_edit"))
        passed_on = ((each, partial(chains.reshared, edit=each, ways=self.resharing)) for each in self.edits)
        return (
            *(Attack(self._named(each), harmless, None, Expected.OFFICIAL, each) for each in self.benign),
            *(Attack(self._named(each), edited, None, Expected.FAN_MADE, each) for each in self.edits),
            *(
                Attack(f"{self._named(each)}_reshared", reshared, None, Expected.FAN_MADE, function)
                for each, function in passed_on
            ),
        )

    def covering_names(self) -> frozenset[str]:
        """Names of the attacks that `covered` makes."""
        return frozenset(map(self._named, self.covered))

    def lettering_names(self) -> frozenset[str]:
        """Names of the attacks that `lettering` makes, as long as they are not passed on."""
        return frozenset(map(self._named, self.lettering))

    def _named(self, function: AttackFunction) -> str:
        return f"{self.name}_{function.__name__}"


def _step(group: Group, severity: int, expected: Expected, function: AttackFunction) -> Attack:
    return Attack(f"{group.value}_{severity:02d}", group, float(severity), expected, function)


BENIGN = (
    _benign("jpeg", saving.jpeg),
    _benign("twice_saved", saving.twice_saved),
    _benign("resize", saving.resized),
    _benign("thumb200", saving.thumb200),
    _benign("upscale", saving.upscaled),
    _benign("png", saving.png),
    _benign("webp", saving.webp),
    _benign("avif", saving.avif),
    _benign("crop5", framing.crop5),
    _benign("crop12", framing.crop12),
    _benign("crop_half", framing.crop_half),
    _benign("square", framing.square),
    _benign("bars", framing.bars),
    _benign("story", framing.story),
    _benign("border", framing.border),
    _benign("rounded", framing.rounded),
    _benign("stretched", framing.stretched),
    _benign("caption_bar", framing.caption_bar),
    _benign("mirror", camera.mirror),
    _benign("rotate_filled", camera.rotate_filled),
    _benign("rotate_inside", camera.rotate_inside),
    _benign("perspective", camera.perspective),
    _benign("screen_photo", camera.screen_photo),
    _benign("lens", camera.lens),
    _benign("curled", camera.curled),
    _benign("screenshot", phone.screenshot),
    _benign("screenshot_small", phone.screenshot_small),
    _benign("filter", look.photo_filter),
    _benign("grey", look.grey),
    _benign("gamma", look.gamma),
    _benign("blur_noise", look.blur_noise),
    _benign("out_of_focus", look.out_of_focus),
    _benign("shaken", look.shaken),
    _benign("sticker", overlays.sticker),
    _benign("watermark", overlays.watermark),
    _benign("watermark_repeated", overlays.watermark_repeated),
    _benign("handle", overlays.handle),
    _benign("caption_over", overlays.caption_over),
    _benign("play_button", overlays.play_button),
    _benign("player_overlay", overlays.player_overlay),
    _benign("chained2", partial(chains.benign_chain, length=2)),
    _benign("chained3", partial(chains.benign_chain, length=3)),
)
CHAINED_HARD = _benign("chained_hard", chains.hard_chain)
CROPPED_ON_GROUND = _benign("cropped_on_ground", chains.crop_on_ground)
EDITS = (
    _edit("number", edit_words.number),
    _edit("number6", partial(edit_words.number_of_width, percent=6)),
    _edit("words", edit_words.words),
    _edit("date", edit_words.date),
    _edit("season", edit_words.season),
    _edit("logo", edit_words.logo),
    _edit("title_replaced", edit_words.title_replaced),
    _edit("face", edit_pictures.face),
    _edit("figure", edit_pictures.figure),
    _edit("removal", edit_pictures.removal),
    _edit("background", edit_pictures.background),
    _edit("recolour", edit_pictures.recolour),
    _edit("composite_half", composites.half),
    _edit("composite_figure", composites.figure_on_ground),
    _edit("composite_grid", composites.grid),
)
BLURS = (3, 6, 10, 15, 20)
SWEEPS = (
    *(
        _step(Group.NUMBER_WIDTH, n, Expected.FAN_MADE, partial(edit_words.number_of_width, percent=n))
        for n in (1, 2, 3, 4, 6, 8, 12)
    ),
    *(
        _step(Group.CROP_KEPT, n, Expected.OFFICIAL, partial(framing.crop_kept, kept=n))
        for n in (80, 60, 50, 40, 30, 20, 15, 10)
    ),
    *(_step(Group.JPEG_QUALITY, n, Expected.OFFICIAL, partial(saving.jpeg_at, quality=n)) for n in (50, 30, 20, 10, 5)),
    *(
        _step(Group.WIDTH_IN_SCREENSHOT, n, Expected.OFFICIAL, partial(phone.screenshot_at, percent=n))
        for n in (60, 40, 33, 25, 20)
    ),
    *(
        _step(Group.THUMBNAIL, n, Expected.OFFICIAL, partial(saving.thumbnail_of, pixels=n))
        for n in (300, 200, 150, 100)
    ),
    *(_step(Group.BLUR, n, Expected.OFFICIAL, partial(look.blurred_by, permille=n)) for n in BLURS),
    *(_step(Group.NUMBER_BLURRED, n, Expected.FAN_MADE, partial(chains.blurred_number, permille=n)) for n in BLURS),
)
SETS = tuple(
    AttackSet(name, of.BENIGN, of.COVERED, of.EDITS, of.LETTERING, of.RESHARING)
    for name, of in (
        ("second", second),
        ("third", third),
        ("fourth", fourth),
        ("fifth", fifth),
        ("sixth", sixth),
        ("seventh", seventh),
        ("eighth", eighth),
        ("ninth", ninth),
        ("tenth", tenth),
        ("eleventh", eleventh),
        ("unseen", twelfth),
        ("thirteenth", thirteenth),
        ("fourteenth", fourteenth),
        ("fifteenth", fifteenth),
        ("sixteenth", sixteenth),
        ("seventeenth", seventeenth),
        ("eighteenth", eighteenth),
        ("nineteenth", nineteenth),
        ("twentieth", twentieth),
    )
)
"""All but the first. The last eight draw the plain ways that everybody knows, the others whatever came to mind."""
NEVER_LEARNT = frozenset({"unseen", "sixteenth", "twentieth"})
"""Sets that no model is fitted on: what is measured on them tells how the rest carries over."""
CHAINS = frozenset({"chained2", "chained3"})
"""Those of BENIGN that are chains themselves."""
_HARMLESS = tuple(
    (attack.name, attack.function)
    for attack in (*BENIGN, *(each for of in SETS for each in of.attacks()))
    if attack.expected is Expected.OFFICIAL and attack.name not in CHAINS
)
CHAINED_ANY = Attack(
    "chained2_any", Group.CHAINED_ANY, None, Expected.OFFICIAL, partial(chains.benign_chain, length=2, ways=_HARMLESS)
)
ATTACKS: tuple[Attack, ...] = (
    *BENIGN,
    CHAINED_HARD,
    CROPPED_ON_GROUND,
    CHAINED_ANY,
    *EDITS,
    *(_reshared(edit) for edit in EDITS),
    *(attack for of in SETS for attack in of.attacks()),
    *SWEEPS,
)


def attack_named(name: str) -> Attack:
    """The attack of that name; KeyError when there is none."""
    return {attack.name: attack for attack in ATTACKS}[name]
