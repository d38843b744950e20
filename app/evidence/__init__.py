"""What speaks for official and what for fan-made: one check a file, all of them listed in CHECKS."""
