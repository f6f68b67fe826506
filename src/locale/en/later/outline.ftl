### The outline of a journey.

outline-help = Enter edits, Insert or Shift + Enter adds a tile below, Alt + arrows move a tile.
outline-insert = Add a tile below this line
outline-open-all = Open all lines
outline-hide = Hide the outline
outline-branch = Branch { $branch }
outline-empty = no tiles yet
outline-name = Name of { $what }
outline-cannot = This line stays as it is.
outline-no-place = It cannot be moved that way.
outline-moved =
    { $inside ->
        [yes] { $what } is now { $number } of { $of } on { $where }.
       *[no] { $what } is now { $number } of { $of }.
    }
