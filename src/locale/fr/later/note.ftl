### La note d’une vignette.

note-at = Note de { $tile }
note-help = Pour qui travaille sur ce parcours. Elle ne change rien aux vérifications ni aux exécutions.
note-as-card = L’afficher comme une carte à côté de la vignette
note-move = La déplacer vers une autre vignette
note-delete = Supprimer la note
menu-note = Note
menu-note-here = Ajouter une note ici

## Notes posées sur le fond.

ground-text = Texte de la note
ground-placeholder = Écrivez une note…
ground-by = À côté de { $tile }
ground-keys = Entrée permet d’y écrire, les flèches la déplacent, Suppr la supprime, Échap ramène à la vignette voisine.
