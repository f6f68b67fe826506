### The note at a tile.

note-at = Note at { $tile }
note-help = For whoever works on this journey. It changes nothing in checks and runs.
note-as-card = Show it as a card beside the tile
note-move = Move it to another tile
note-delete = Delete the note
menu-note = Note
menu-note-card = Card with a note
