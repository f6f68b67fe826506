### Palette, canevas, vignettes et liaisons.

## Palette and pane

palette = Vignettes
palette-help = Faites glisser une vignette sur un +, ou cliquez dessus pour l’ajouter après la sélection.
palette-search = Rechercher parmi les vignettes
palette-used = Utilisées en dernier
palette-messages = Messages
palette-flow = Déroulement
palette-ends = Déclencheurs et sortie
palette-fold = Replier la palette
palette-unfold = Déplier la palette
pane-width = Largeur des paramètres
pane-fold = Replier les paramètres
pane-unfold = Afficher les paramètres
palette-width = Largeur de la palette
minimap = Vue d’ensemble

## Canvas

canvas-label = Vignettes de { $journey }
outline = Plan
canvas-zoom = Zoom
canvas-zoom-now = Zoom { $zoom }, revenir à la taille réelle
canvas-ends-here = fin ici
canvas-choose-tile = Choisir une vignette
canvas-plus-after = Ajouter une vignette après { $tile }
canvas-plus-on = Ajouter une vignette sur { $branch } de { $tile }
canvas-fold = Fermer la branche { $branch }
canvas-fold-count =
    { $count ->
        [one] { $count } vignette
       *[other] { $count } vignettes
    }
canvas-fold-problems = { $count } avec des problèmes
canvas-fold-name = { $branch } de { $tile }, fermée, { $hidden }
canvas-note = Note : { $text }
canvas-more = Plus
canvas-tile-menu = Plus sur { $tile }
canvas-delete-title = Supprimer « { $tile } » avec ses branches ?
canvas-delete-several = Supprimer { $n } vignettes avec leurs branches ?
canvas-tiles = { $n } vignettes
canvas-delete-body =
    { $count ->
        [one] Une autre vignette sur les branches est supprimée aussi. Annuler la rétablit.
       *[other] { $count } autres vignettes sur les branches sont supprimées aussi. Annuler les rétablit.
    }

## An empty journey

canvas-empty = Rien ne démarre encore ce parcours, et il n’a pas de vignettes.
canvas-empty-started = Ce parcours n’a pas encore de vignettes.
canvas-choose-start = Choisir ce qui le démarre
canvas-add-first = Ajouter une première vignette

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
