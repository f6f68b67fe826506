### The keyboard, as the help page explains it.

key-undo = Undo
key-redo = Redo
key-focus-up = Go up
key-focus-down = Go down
key-focus-left = Go to the branch on the left
key-focus-right = Go to the branch on the right
key-insert = Add a tile below
key-edit = Edit the tile, or add one here
key-cancel = Close or deselect
key-duplicate = Duplicate the tile
key-delete = Delete the tile
key-run = Run
key-help = Show the keyboard shortcuts
key-rename = Rename
key-outline = Show the outline, or hide it
key-step-up = Go to the line above
key-step-down = Go to the line below
key-step-in = Open the line, or go into it
key-step-out = Close the line, or go out of it
key-step-first = Go to the first line
key-step-last = Go to the last line
key-open-all = Open all lines
key-move-up = Move it up
key-move-down = Move it down, at the end of a branch on to the next
key-move-out = Move it out of its branch
key-move-in = Move it into the first branch of the tile above

key-group-general = Everywhere
key-group-tiles = Tiles
key-group-view = View
key-group-outline = Outline
key-outline-letters = Letters go to the next line that begins with them.
key-alt = Alt
key-or = or
