"""The official posters of the demo library: each a few lines of data over a scene. No title here names a real film."""

from dataclasses import replace

from reference_images.art.layouts import Poster, Title
from reference_images.art.letterforms import CHISEL, DECO, FINE_SERIF, HEAVY, SERIF, SLAB, TALL
from reference_images.art.lettering import BLACK, ITALIC, WIDE, Finish
from reference_images.art.scenes import city, coast, land, wonder

GOLD = ((0.0, "#fff3c8"), (0.5, "#e2b457"), (1.0, "#8a5a1c"))
ICE = ((0.0, "#ffffff"), (0.6, "#cfe4f7"), (1.0, "#7f9fc9"))
EMBER = ((0.0, "#ffe2a0"), (0.6, "#ff7a2e"), (1.0, "#a81f10"))
SILVER = ((0.0, "#ffffff"), (0.5, "#aab6c0"), (0.55, "#e8eef2"), (1.0, "#6a7885"))

SALT = Poster(
    "the-salt-lantern", "The Salt Lantern", ("THE SALT", "LANTERN"), coast.salt_lantern,
    Title(SERIF, (38, 60), (300, 690), 8, finish=Finish("#f4ead2", wear=0.12)), seed=101,
    billing=("Mara Quillfeather", "Dorian Ashby", "Ulla Veng"), tagline="Keep the light. Keep the secret.",
    tagline_at=(170, 440), date="In theaters November 13", rating="12",
)  # fmt: skip
JUNE = Poster(
    "we-left-in-june", "We Left in June", ("WE LEFT", "IN JUNE"), coast.june_beach,
    Title(FINE_SERIF, (56, 56), (260, 672), 10, finish=Finish("#fffaf0", shadow=0.8)), seed=102,
    billing=("Cassia Loring", "Emil Tarrow"), tagline="Some summers are a promise.", tagline_at=(300, 746),
    date="Only on Streamhaus June 21", accent="#ffdca0", footer="#2a1420", rating="13",
)  # fmt: skip
VELVET = Poster(
    "velvet-meridian", "Velvet Meridian", ("VELVET", "MERIDIAN"), city.velvet_street,
    Title(DECO, (62, 54), (300, 138), 14, finish=Finish("#fff2fa", glow="#ff2f9a", shadow=0)), seed=103,
    billing=("Ansel Marlowe", "Jia-Li Strand", "Rex Ohanian"), tagline="Every line on the map ends here.",
    tagline_at=(300, 735), date="Streaming October 2", accent="#ff9fd0", rating="16",
)  # fmt: skip
ORCHARD = Poster(
    "orchard-of-glass", "Orchard of Glass", ("ORCHARD", "OF GLASS"), land.orchard,
    Title(SERIF, (58, 46), (300, 690), 4, finish=Finish("#12204a", glow="#ffffff", shadow=0)), seed=104,
    billing=("Maren Isolde Fay", "Lucan Dray", "Petra Solano"), tagline="Be careful what you let grow.",
    tagline_at=(300, 746), date="December 18", accent="#2c4a7a", ink="#22304a", footer="#dfe8f2", rating="6",
)  # fmt: skip
COPPER = Poster(
    "copper-ninth", "Copper Ninth", ("COPPER", "NINTH"), land.copper_ride,
    Title(SLAB, (84, 60), (300, 170), 18, finish=Finish("#2a0d0a", shadow=0.0, wear=0.2)), seed=105,
    billing=("Jed Calloway-Ruiz", "Sunny Abara", "Holt Wexler"), tagline="Nine men rode out. Copper came back.",
    tagline_at=(300, 742), date="In theaters August 7", rating="16",
)  # fmt: skip
HALCYON = Poster(
    "halcyon-drift", "Halcyon Drift", ("HALCYON", "DRIFT"), wonder.halcyon_planet,
    Title(TALL, (88, 88), (300, 172), 12, finish=Finish(SILVER, glow="#2f7fb8")), seed=106,
    billing=("Imani Sorel", "Viktor Pell", "Aiko Drummond"), billing_row=44, tagline="The quiet answered.",
    tagline_at=(300, 748), date="Streaming March 5", accent="#8ad0e8", rating="12",
)  # fmt: skip
CARTOGRAPHER = Poster(
    "the-quiet-cartographer", "The Quiet Cartographer", ("THE QUIET", "CARTOGRAPHER"), wonder.cartographer,
    Title(CHISEL, (46, 58), (300, 690), 18, finish=Finish("#3a1c10", shadow=0.15, wear=0.1)), seed=107,
    billing=("Basil Thorne-Okafor", "Edda Lind"), tagline="He drew the way home for everyone else.", tagline_at=(300,
    752),
    date="April 30", ink="#3a2414", accent="#8a2418", footer="#d8bc86", rating="6",
)  # fmt: skip
KITES = Poster(
    "thirteen-kites", "Thirteen Kites", ("THIRTEEN", "KITES"), land.thirteen_kites,
    Title(BLACK, (70, 92), (300, 640), 2, finish=Finish("#fff6df", outline="#b8322a", outline_width=4)), seed=108,
    billing=("Nilo Farrow", "Suri Vance", "Grandma Pell"), tagline="Hold on. Then let go.", tagline_at=(300, 735),
    date="Family premiere May 9", accent="#ffe08a", footer="#16280f", rating="0",
)  # fmt: skip
ASHFALL = Poster(
    "ashfall-county", "Ashfall County", ("ASHFALL", "COUNTY"), land.ashfall_house,
    Title(HEAVY, (78, 50), (300, 150), 14, finish=Finish(EMBER, wear=0.34)), seed=109,
    billing=("Greer Holloway", "Tomas Kray", "Lil Benedetti"), tagline="It has been snowing since the funeral.",
    tagline_at=(300, 742), date="October 30", rating="18", accent="#ff8a4a",
)  # fmt: skip
MOTH = Poster(
    "moth-parade", "Moth Parade", ("MOTH PARADE",), wonder.moth_parade,
    Title(DECO, (40,), (300, 46), finish=Finish("#f7e3a0", glow="#8a6a10")), seed=110,
    billing=("Oona Bellweather", "Kasimir Holt"), billing_row=585, tagline="They only come when the lamps are lit.",
    tagline_at=(300, 745),
    date="September 12", rating="12",
)  # fmt: skip
ROSA = Poster(
    "sub-rosa-avenue", "Sub Rosa Avenue", ("SUB ROSA", "AVENUE"), city.sub_rosa_main,
    Title(SERIF, (56, 56), (300, 645), 8, finish=Finish("#ffdf9a", outline="#220c16", outline_width=3)), seed=111,
    billing=("Ines Calderay", "Rhoda Winterbourne", "Tobias Kane", "Otto Lindgrave"),
    tagline="Every door has two keys.",
    tagline_at=(300, 738), date="Season 1 now streaming", series=True, accent="#f0c070", rating="16",
)  # fmt: skip
FOXES = Poster(
    "kingdom-of-paper-foxes", "Kingdom of Paper Foxes", ("KINGDOM OF", "PAPER FOXES"), wonder.paper_foxes,
    Title(CHISEL, (36, 54), (300, 112), 10, finish=Finish("#7d2419", shadow=0.2)), seed=112,
    billing=(), tagline="Fold once for luck. Twice for the crown.", tagline_at=(300, 738), date="Summer",
    accent="#f2b46a", footer="#101c20", rating="0",
)  # fmt: skip
TIDE = Poster(
    "low-tide-orchestra", "Low Tide Orchestra", ("LOW TIDE", "ORCHESTRA"), coast.low_tide,
    Title(WIDE, (54, 40), (300, 642), 14, finish=Finish("#eaf6ff", shadow=0.9)), seed=113,
    billing=("Celestine Okoro-Vale", "Milo Hartsong"), tagline="They play until the sea comes back.", tagline_at=(300,
    748),
    date="February 14", accent="#9fd0ea", rating="6",
)  # fmt: skip
BRASS = Poster(
    "the-brass-aviary", "The Brass Aviary", ("THE BRASS", "AVIARY"), wonder.brass_aviary,
    Title(SERIF, (40, 78), (300, 672), 4, finish=Finish("#ffe9b0", outline="#16100a", outline_width=4)), seed=114,
    billing=("Philippa Wren", "Augustin Moreau-Hale", "Tik Sandoval"), tagline="Wind them gently.", tagline_at=(300,
    748),
    date="November 26", rating="6",
)  # fmt: skip


def _teaser(poster: Poster) -> Poster:
    """The same title without names and credits."""
    return replace(poster, credits=False, billing=(), footer="#000000")


OFFICIAL = (
    SALT,
    replace(SALT, name="the-salt-lantern-es", lines=("EL FAROL", "DE SAL"), style=replace(SALT.style, sizes=(50, 50)),
            tagline="Guarda la luz. Guarda el secreto.", date="13 de noviembre en cines", language="es",
            note="same artwork, Spanish"),
    replace(_teaser(SALT), name="the-salt-lantern-teaser", scene=coast.salt_lantern_teaser,
            tagline="Someone is still out there.",
            tagline_at=(300, 765), date="This November", note="teaser"),
    JUNE,
    replace(JUNE, name="we-left-in-june-de", lines=("WIR GINGEN", "IM JUNI"), style=replace(JUNE.style, sizes=(54, 54)),
            tagline="Mancher Sommer ist ein Versprechen.", date="Ab 21. Juni nur auf Streamhaus", language="de",
            note="same artwork, German"),
    replace(JUNE, name="we-left-in-june-road", scene=coast.june_letters, tagline="Two hundred miles of not saying it.",
            tagline_at=(300, 40), billing_row=70, ink="#3a2a30", accent="#8a2f2a", footer="#f2dfb0",
            style=Title(ITALIC, (82, 82), (300, 240), 4, finish=Finish("#b8322a", outline="#fff6e0")),
            note="other artwork"),
    VELVET,
    replace(_teaser(VELVET), name="velvet-meridian-marlowe", scene=city.velvet_portrait, seed=203,
            tagline="Marlowe never forgets a street.",
            tagline_at=(300, 755), style=replace(VELVET.style, at=(300, 670)), date="October 2",
            note="character poster"),
    ORCHARD,
    replace(ORCHARD, name="orchard-of-glass-fr", lines=("LE VERGER", "DE VERRE"), style=replace(ORCHARD.style,
            sizes=(50, 50)),
            tagline="Attention à ce qui pousse ici.", date="Le 18 décembre", language="fr",
            note="same artwork, French"),
    replace(ORCHARD, name="orchard-of-glass-summer", scene=land.orchard_summer, tagline="Before the frost.",
            tagline_at=(300, 250),
            style=Title(FINE_SERIF, (66, 48), (300, 160), 16, finish=Finish("#5a2a1c", shadow=0.1)), ink="#f7e8c0",
            accent="#ffe08a",
            footer="#1c2a10", note="other artwork"),
    COPPER,
    replace(_teaser(COPPER), name="copper-ninth-sheriff", scene=land.copper_sheriff, tagline="The law is a metal.",
            tagline_at=(300, 780), date="August 7",
            style=replace(COPPER.style, sizes=(60, 44), at=(300, 700), finish=Finish(GOLD, wear=0.2)), note="teaser"),
    HALCYON,
    replace(_teaser(HALCYON), name="halcyon-drift-pilot", scene=wonder.halcyon_pilot,
            tagline="Imani Sorel is Captain Reyes-Oduya.",
            tagline_at=(300, 760), style=replace(HALCYON.style, sizes=(72, 72), at=(300, 665)), date="March 5",
            note="character poster"),
    CARTOGRAPHER,
    KITES,
    ASHFALL,
    replace(ASHFALL, name="ashfall-county-teaser", scene=land.ashfall_teaser, tagline="Do not count the trees.",
            tagline_at=(300, 765), date="October",
            style=replace(ASHFALL.style, sizes=(58, 40), finish=Finish("#8a120c", wear=0.25, shadow=0.2)),
            note="teaser",
            credits=False, billing=(), ink="#1c1512", accent="#6a0f0a", footer="#cfc9c0"),
    MOTH,
    ROSA,
    replace(ROSA, name="sub-rosa-avenue-cast", scene=city.sub_rosa_strips, billing=(), note="other artwork",
            style=Title(HEAVY, (64, 64), (300, 655), 16, finish=Finish("#f6ecd8", wear=0.15))),
    FOXES,
    replace(_teaser(FOXES), name="kingdom-of-paper-foxes-mask", scene=wonder.paper_fox_mask,
            tagline="Who folds the king?",
            tagline_at=(300, 755),
            style=Title(CHISEL, (44, 60), (300, 655), 14, finish=Finish("#fbeeda")), date="Summer", note="teaser"),
    TIDE,
    BRASS,
)  # fmt: skip

STRANGER = Poster(
    "tin-comet-summer", "Tin Comet Summer", ("TIN COMET", "SUMMER"), city.tin_comet,
    Title(SLAB, (52, 74), (300, 660), 16, finish=Finish(GOLD, outline="#2a0f0c")), seed=190,
    billing=("Pilar Devereux-Jones", "Amos Tindall"), tagline="One ride. One wish. One night.", tagline_at=(300, 752),
    date="July 24", accent="#9fe8c0", rating="12",
)  # fmt: skip
