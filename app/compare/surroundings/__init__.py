"""What stands around a poster in the picture that shows it: bars, frames, pages, grounds."""
