"""How much of the picture is poster at all, and what of it is the page around it."""
