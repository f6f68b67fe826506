### Le clavier, comme la page d’aide l’explique.

key-undo = Annuler
key-redo = Rétablir
key-focus-up = Aller vers le haut
key-focus-down = Aller vers le bas
key-focus-left = Aller à la branche de gauche
key-focus-right = Aller à la branche de droite
key-insert = Ajouter une vignette dessous
key-edit = Modifier la vignette, ou en ajouter une ici
key-cancel = Fermer ou désélectionner
key-duplicate = Dupliquer la vignette
key-delete = Supprimer la vignette
key-run = Exécuter
key-help = Afficher les raccourcis clavier
key-rename = Renommer
key-outline = Afficher le plan, ou le masquer
key-step-up = Aller à la ligne au-dessus
key-step-down = Aller à la ligne au-dessous
key-step-in = Ouvrir la ligne, ou y entrer
key-step-out = Fermer la ligne, ou en sortir
key-step-first = Aller à la première ligne
key-step-last = Aller à la dernière ligne
key-open-all = Ouvrir toutes les lignes
key-move-up = Déplacer vers le haut
key-move-down = Déplacer vers le bas, et à la fin d’une branche vers la suivante
key-move-out = Sortir de la branche
key-move-in = Déplacer dans la première branche de la vignette au-dessus

key-group-general = Partout
key-group-tiles = Vignettes
key-group-view = Affichage
key-group-outline = Plan
key-outline-letters = Les lettres mènent à la prochaine ligne qui commence ainsi.
key-alt = Alt
key-or = ou
