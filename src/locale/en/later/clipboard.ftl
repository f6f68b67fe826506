### Copying and pasting tiles.

clipboard-copied =
    { $count ->
        [one] One tile copied.
       *[other] { $n } tiles copied.
    }
clipboard-pasted =
    { $count ->
        [one] One tile pasted. It refers to the same as before.
       *[other] { $n } tiles pasted. They refer to the same as before.
    }
clipboard-refused = The browser did not let the tiles be copied. Press Ctrl + C instead.
clipboard-note-copied =
    { $count ->
        [one] One note copied.
       *[other] { $n } notes copied.
    }
clipboard-note-pasted =
    { $count ->
        [one] One note pasted.
       *[other] { $n } notes pasted.
    }
clipboard-nothing = There are no tiles on the clipboard. Copy some in Parcours first.
clipboard-unreadable = What is on the clipboard cannot be pasted. { $cause }

pasted = Tiles pasted
pasted-missing = Not found here ({ $n })
pasted-missing-help = The tiles still refer to these, and the problems say where. Choose something else there, or add what is missing.
pasted-remapped = Found by name ({ $n })
pasted-remapped-help = Here something else has the same name and type; the tiles refer to that now.
pasted-kept = The same as before ({ $n })
pasted-kept-help = These are what they were where the tiles were copied.
pasted-field = Contact field
pasted-trigger = Trigger
pasted-attribute = Attribute
pasted-table = Table
pasted-column = Column
pasted-tile = Tile
pasted-entry = Entry of
