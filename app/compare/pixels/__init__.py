"""Small measures on pixels that know nothing of posters: channels, moments, outlines, counts."""
