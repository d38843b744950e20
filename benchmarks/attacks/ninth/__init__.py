"""The ninth set of attacks: what people do to posters on the internet, drawn blind to the other sets."""
