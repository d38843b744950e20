"""Two pictures laid over each other, light and sharpness made equal: what still differs."""
