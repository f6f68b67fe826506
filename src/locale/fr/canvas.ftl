### ### Palette, the canvas, its tiles and edges.
