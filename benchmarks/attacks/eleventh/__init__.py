"""The eleventh set: what a practical test engineer thinks of, overlays and photographed copies above all."""
