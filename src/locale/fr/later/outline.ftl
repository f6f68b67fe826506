### Le plan d’un parcours.

outline-help = Entrée modifie, Inser ou Maj + Entrée ajoute une vignette dessous, Alt + flèches déplacent une vignette.
outline-insert = Ajouter une vignette sous cette ligne
outline-open-all = Ouvrir toutes les lignes
outline-hide = Masquer le plan
outline-branch = Branche { $branch }
outline-empty = pas encore de vignette
outline-name = Nom de { $what }
outline-cannot = Cette ligne reste telle quelle.
outline-no-place = Impossible de la déplacer par là.
outline-moved =
    { $inside ->
        [yes] { $what } est maintenant en position { $number } sur { $of } dans { $where }.
       *[no] { $what } est maintenant en position { $number } sur { $of }.
    }
