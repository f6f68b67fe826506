# Une image d’un parcours

picture = Image de ce parcours
picture-help = L’image montre le parcours entier, comme sur le canevas.
picture-selection = Seulement les vignettes sélectionnées
picture-svg = Enregistrer en SVG
picture-png = Enregistrer en PNG
picture-mermaid = Enregistrer en texte Mermaid
picture-print = Imprimer sur une page
picture-not-printed = L’image n’a pas pu être imprimée : { $cause }
