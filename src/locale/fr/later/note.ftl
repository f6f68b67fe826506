### La note d’une vignette.

note-at = Note de { $tile }
note-help = Pour qui travaille sur ce parcours. Elle ne change rien aux vérifications ni aux simulations.
note-as-card = L’afficher comme une carte à côté de la vignette
note-move = La déplacer vers une autre vignette
note-delete = Supprimer la note
menu-note = Note
menu-note-card = Carte avec une note
