### Several tiles that are selected.

several = Selection
several-title = { $n } tiles selected
several-help = Drag one of them to move all. Click with Ctrl to select one tile more or one less, with Shift to select all in between; draw a frame with Shift. Escape lets go.

## Menus

menu-edit = Edit
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-paste-after = Paste after it
menu-duplicate = Duplicate
menu-select-all = Select all tiles
menu-select-branch = Select its tiles
menu-branch-left = Move to the left
menu-branch-right = Move to the right
menu-branch-delete = Delete the branch
menu-add = Add a tile
menu-fit = Zoom to fit
menu-edit-branch = Edit what branches here
