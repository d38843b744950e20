"""Everything that draws: canvas and textures at the bottom, scenes above them, whole posters on top."""
