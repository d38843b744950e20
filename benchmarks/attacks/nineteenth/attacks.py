"""The nineteenth hand's attacks, by kind."""

from benchmarks.attacks.nineteenth import chains, claims, figures, geometric, marks, screens
from benchmarks.attacks.nineteenth import photometric as tones
from benchmarks.attacks.values import AttackFunction

_TONES: tuple[AttackFunction, ...] = (
    tones.strong_jpeg, tones.webp, tones.format_trips, tones.colour_filter, tones.grey, tones.sepia, tones.lighter,
    tones.darker, tones.colour_jitter, tones.hue_shift, tones.pale, tones.vivid, tones.levelled, tones.sharpened,
    tones.posterised, tones.few_colours, tones.blur_and_noise, tones.noise, tones.salt_and_pepper,
    tones.motion_blur, tones.median_blur, tones.pixelised, tones.down_and_up, tones.over_white, tones.vignette,
)  # fmt: skip
_SHAPES: tuple[AttackFunction, ...] = (
    geometric.thumbnail, geometric.resized, geometric.aspect_changed, geometric.rotated, geometric.mirrored,
    geometric.upside_down, geometric.turned, geometric.edges_cropped, geometric.half_crop, geometric.perspective,
    geometric.skewed,
)  # fmt: skip
_CHAINS: tuple[AttackFunction, ...] = (
    chains.chain_tone_shape, chains.chain_shape_frame, chains.chain_overlay_tone, chains.chain_crop_filter,
    chains.chain_screenshot_jpeg, chains.chain_story_thumbnail,
)  # fmt: skip
COVERED: tuple[AttackFunction, ...] = (
    *chains.FRAMING, *chains.SCREENSHOTS, screens.photo_of_screen, *chains.OVERLAYS, geometric.rotated,
    geometric.perspective, geometric.skewed, chains.chain_tone_shape, *_CHAINS[1:3], *_CHAINS[4:],
)  # fmt: skip
BENIGN: tuple[AttackFunction, ...] = tuple(dict.fromkeys((*_TONES, *_SHAPES, *COVERED, *_CHAINS)))
LETTERING: tuple[AttackFunction, ...] = (
    claims.number_at_title, claims.number_under_title, claims.small_number, claims.part_line, claims.season_ribbon,
    claims.release_date, claims.tagline, claims.credit_added, claims.names_replaced, claims.title_replaced,
    claims.title_on_plate, marks.service_name, marks.service_bar, marks.drawn_mark, marks.corner_logo_replaced,
)  # fmt: skip
EDITS: tuple[AttackFunction, ...] = (
    *LETTERING, figures.face_replaced, figures.figure_pasted, figures.figure_removed, figures.cloned_over,
    figures.recoloured, figures.background_replaced, figures.on_other_ground, figures.halves_joined,
    figures.grid_of_four, marks.moon_or_bolt, marks.fire_painted, marks.thing_painted,
)  # fmt: skip
RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("strong_jpeg", tones.strong_jpeg),
    ("thumbnail_400", geometric.thumbnail_400),
    ("filter", tones.colour_filter),
    ("screenshot", chains.any_screenshot),
)
