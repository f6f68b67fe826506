### The note at a tile.

note-at = Note at { $tile }
note-help = For whoever works on this journey. It changes nothing in checks and runs.
note-as-card = Show it as a card beside the tile
note-move = Move it to another tile
note-delete = Delete the note
menu-note = Note
menu-note-here = Add a note here

## Notes on the ground.

ground-text = What the note says
ground-placeholder = Write a note…
ground-by = Beside { $tile }
ground-keys = Enter writes on it, arrow keys move it, Delete takes it away, Escape leads back to the tile beside it.
