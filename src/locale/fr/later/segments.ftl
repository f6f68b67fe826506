### Segments, entrées par un calendrier, et attentes jusqu’à une date.

new-segment = Nouveau segment
new-segment-name = Nouveau segment
segments-empty = Choisissez un segment, ou créez-en un. Un segment est un groupe de contacts : des parcours démarrent par lui, l’excluent ou s’arrêtent pour lui.
segment-condition = Qui en fait partie
segment-condition-about = Porte sur les champs d’un contact, chaque fois qu’un parcours le demande.
segment-everybody = Tous les contacts en font partie.
segment-members = Parmi les contacts d’exemple
segment-members-of = { $n } contacts d’exemple sur { $all } en font partie maintenant.
segment-members-count =
    { $count ->
        [one] { $n } contact d’exemple
       *[other] { $n } contacts d’exemple
    }
segment-unused = Aucun parcours ne s’en sert.
segment-used-in = Où il sert
segment-role-enters = Entre dans le parcours
segment-role-excluded = N’entre pas
delete-segment-title = Supprimer le segment « { $name } » ?
delete-segment-body =
    { $count ->
        [one] Il sert à { $n } endroit. Le parcours continue sans lui : les entrées et les exclusions le perdent, et un critère de sortie qui porte sur lui disparaît. Annuler ramène le tout.
       *[other] Il sert à { $n } endroits. Les parcours continuent sans lui : les entrées et les exclusions le perdent, et les critères de sortie qui portent sur lui disparaissent. Annuler ramène le tout.
    }
