### Copying and pasting tiles.

clipboard-copied =
    { $count ->
        [one] Une vignette copiée.
       *[other] { $n } vignettes copiées.
    }
clipboard-pasted =
    { $count ->
        [one] Une vignette collée. Elle renvoie aux mêmes choses qu’avant.
       *[other] { $n } vignettes collées. Elles renvoient aux mêmes choses qu’avant.
    }
clipboard-refused = Le navigateur n’a pas permis de copier les vignettes. Appuyez plutôt sur Ctrl + C.
clipboard-note-copied =
    { $count ->
        [one] Une note copiée.
       *[other] { $n } notes copiées.
    }
clipboard-note-pasted =
    { $count ->
        [one] Une note collée.
       *[other] { $n } notes collées.
    }
clipboard-nothing = Il n’y a pas de vignettes dans le presse-papiers. Copiez-en d’abord dans Parcours.
clipboard-unreadable = Ce que contient le presse-papiers ne peut pas être collé. { $cause }

pasted = Vignettes collées
pasted-missing = Introuvable ici ({ $n })
pasted-missing-help = Les vignettes y renvoient toujours, et les problèmes disent où. Choisissez autre chose à ces endroits, ou ajoutez ce qui manque.
pasted-remapped = Trouvé par le nom ({ $n })
pasted-remapped-help = Ici, autre chose a le même nom et le même type ; les vignettes y renvoient désormais.
pasted-kept = Identique ({ $n })
pasted-kept-help = Tout cela est resté ce que c’était là où les vignettes ont été copiées.
pasted-field = Champ de contact
pasted-trigger = Déclencheur
pasted-attribute = Attribut
pasted-table = Table
pasted-column = Colonne
pasted-tile = Vignette
pasted-entry = Entrée de
