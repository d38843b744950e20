"""What a file and the person who found it say of where the picture comes from. Nothing here opens a connection."""
