"""What fans, trolls and social-media managers do to posters, drawn blind of all other sets."""
