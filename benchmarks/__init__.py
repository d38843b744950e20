"""Measuring the product on a folder of posters: attacks, accuracy, time, and other tools beside it."""
