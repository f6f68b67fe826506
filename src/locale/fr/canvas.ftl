### Palette, canevas, tuiles et liaisons.

## Palette and pane

palette = Tuiles
palette-help = Faites glisser une tuile sur un +, ou cliquez dessus pour l’ajouter après la sélection.
palette-fold = Replier la palette
palette-unfold = Déplier la palette
pane-width = Largeur des paramètres

## Canvas

canvas-label = Tuiles de { $journey }
canvas-zoom = Zoom
canvas-zoom-full = Taille réelle
canvas-zoom-now = Zoom { $zoom }, revenir à la taille réelle
canvas-ends-here = fin ici
canvas-choose-tile = Choisir une tuile
canvas-plus-after = Ajouter une tuile après { $tile }
canvas-plus-on = Ajouter une tuile sur { $branch } de { $tile }
canvas-more = Plus
canvas-tile-menu = Plus sur { $tile }
canvas-edit = Modifier
canvas-duplicate = Dupliquer
canvas-delete-title = Supprimer « { $tile } » avec ses branches ?
canvas-delete-body =
    { $count ->
        [one] La tuile de ses branches est supprimée aussi. Annuler la rétablit.
       *[other] Les { $count } tuiles de ses branches sont supprimées aussi. Annuler les rétablit.
    }

## An empty journey

canvas-empty = Rien ne démarre encore ce parcours, et il n’a pas de tuiles.
canvas-empty-started = Ce parcours n’a pas encore de tuiles.
canvas-choose-start = Choisir ce qui le démarre
canvas-add-first = Ajouter une première tuile

## Problems and counts of a tile

canvas-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
canvas-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
canvas-arrived = { $n } arrivés
canvas-left = { $n } ont continué ({ $share })
canvas-waiting = { $n } en attente
canvas-exited = { $n } sortis avant la fin
canvas-failed = { $n } en échec
