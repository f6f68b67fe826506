### Palette, the canvas, its tiles and edges.

## Palette and pane

palette = Tiles
palette-help = Drag a tile onto a +, or click it to add it after what is selected.
palette-search = Search the tiles
palette-used = Used last
palette-messages = Messages
palette-flow = Flow
palette-ends = Triggers and exit
palette-fold = Fold the palette
palette-unfold = Unfold the palette
pane-width = Width of the settings
pane-fold = Fold the settings away
pane-unfold = Show the settings
palette-width = Width of the palette
minimap = Minimap

## Canvas

canvas-label = Tiles of { $journey }
outline = Outline
canvas-zoom = Zoom
canvas-zoom-now = Zoom { $zoom }, back to full size
canvas-ends-here = ends here
canvas-choose-tile = Choose a tile
canvas-plus-after = Add a tile after { $tile }
canvas-plus-on = Add a tile on { $branch } of { $tile }
canvas-fold = Close the branch { $branch }
canvas-fold-count =
    { $count ->
        [one] 1 tile
       *[other] { $count } tiles
    }
canvas-fold-problems = { $count } with problems
canvas-fold-name = { $branch } of { $tile }, closed, { $hidden }
canvas-note = Note: { $text }
canvas-more = More
canvas-tile-menu = More about { $tile }
canvas-delete-title = Delete “{ $tile }” with its branches?
canvas-delete-several = Delete { $n } tiles with their branches?
canvas-tiles = { $n } tiles
canvas-delete-body =
    { $count ->
        [one] One more tile on the branches is deleted too. Undo brings it back.
       *[other] { $count } more tiles on the branches are deleted too. Undo brings them back.
    }

## An empty journey

canvas-empty = Nothing starts this journey yet, and it has no tiles.
canvas-empty-started = This journey has no tiles yet.
canvas-choose-start = Choose what starts it
canvas-add-first = Add a first tile

## Problems and counts of a tile

canvas-errors =
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
canvas-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
canvas-arrived = { $n } arrived
canvas-left = { $n } went on ({ $share })
canvas-waiting = { $n } waiting
canvas-exited = { $n } left early
canvas-failed = { $n } failed
