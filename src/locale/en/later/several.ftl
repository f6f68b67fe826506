### Several tiles that are selected.

several = Selection
several-title = { $n } tiles selected
several-copy = Copy
several-help = Drag one of them to move all. Click with Ctrl to select one tile more or one less, with Shift to select all in between; draw a frame with Shift. Escape lets go.
