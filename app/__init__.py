"""postercheck: is a poster official, or fan-made?"""

__version__ = "0.1.0"
