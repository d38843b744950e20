"""What people write on posters: a line of words.txt for each kind; about one phrase in eight is not English."""

from pathlib import Path

LINES = (line.split(": ", 1) for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines())
SAID = {kind: tuple(phrases.split(" | ")) for kind, phrases in LINES}
REMARKS = SAID["REMARKS"]
CAPTIONS = SAID["CAPTIONS"]
HANDLES = SAID["HANDLES"]
SITES = SAID["SITES"]
STORY_LINES = SAID["STORY_LINES"]
CLAIMS = SAID["CLAIMS"]
DATES = SAID["DATES"]
TAGLINES = SAID["TAGLINES"]
TITLES = SAID["TITLES"]
NAMES = SAID["NAMES"]
CREDITS = SAID["CREDITS"]
NUMBERS = SAID["NUMBERS"]
