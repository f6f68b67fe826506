### Several tiles that are selected.

several = Sélection
several-title = { $n } vignettes sélectionnées
several-copy = Copier
several-help = Faites glisser l’une d’elles pour les déplacer toutes. Cliquez avec Ctrl pour ajouter ou retirer une vignette, avec Maj pour toutes celles qui sont entre deux ; tracez un cadre avec Maj. Échap désélectionne.
