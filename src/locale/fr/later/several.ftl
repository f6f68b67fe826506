### Several tiles that are selected.

several = Sélection
several-title = { $n } vignettes sélectionnées
several-help = Faites glisser l’une d’elles pour les déplacer toutes. Cliquez avec Ctrl pour ajouter ou retirer une vignette, avec Maj pour toutes celles qui sont entre deux ; tracez un cadre avec Maj. Échap désélectionne.

## Menus

menu-edit = Modifier
menu-cut = Couper
menu-copy = Copier
menu-paste = Coller
menu-paste-after = Coller après
menu-duplicate = Dupliquer
menu-select-all = Sélectionner toutes les vignettes
menu-select-branch = Sélectionner ses vignettes
menu-branch-left = Déplacer vers la gauche
menu-branch-right = Déplacer vers la droite
menu-branch-delete = Supprimer la branche
menu-add = Ajouter une vignette
menu-fit = Tout afficher
menu-edit-branch = Modifier ce qui se divise ici
