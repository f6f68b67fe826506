### Segments, entrées par un calendrier, et attentes jusqu’à une date.

segment = Segment
segments = Segments
new-segment = Nouveau segment
new-segment-name = Nouveau segment
segments-empty = Choisissez un segment, ou créez-en un. Un segment est un groupe de contacts : des parcours démarrent par lui, l’excluent ou s’arrêtent pour lui.
segment-add = Ajouter un segment
segment-choose = Choisissez un segment
segment-gone = Segment manquant
segment-create = Créer le segment « { $name } »
segment-create-help = Saisissez un nouveau nom pour créer un segment.
segment-remove = Retirer le segment « { $name } »
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

## Entrée

entry-by = Ce qui fait entrer les contacts
entry-by-trigger = Un déclencheur
entry-by-segments = Un calendrier
entry-segments = Segments qui entrent
entry-segments-about = Selon le calendrier, chaque contact qui fait partie d’un de ces segments entre.
schedule = Calendrier
schedule-at = Première exécution
schedule-recurs = Fréquence
schedule-once = Une fois
schedule-again = Chaque fois après
schedule-every = Temps d’une exécution à la suivante
schedule-about = Dans le fuseau horaire { $zone }. Une exécution laisse de côté les contacts qui sont encore dans le parcours. Un jour dure 24 heures : l’heure se décale quand l’heure légale change.
exclusions = Exclusions
exclusions-about = Les contacts qui font partie d’un de ces segments n’entrent pas.

## Critères de sortie

exit-by = Ce qui termine le parcours
exit-by-trigger = Un déclencheur
exit-by-segment = Un segment
exit-segment-about = Un contact qui en fait partie sort à son prochain pas : en arrivant à une vignette, ou en repartant d’une attente.

## Attente

wait-way = Ce qu’il faut attendre
wait-way-duration = Une durée
wait-way-moment = Une date
wait-way-around = Autour d’une date
wait-until = Jusqu’au
wait-until-about = Dans le fuseau horaire { $zone }. Un contact qui arrive plus tard continue aussitôt.
wait-date = Date du contact ou d’un déclencheur
wait-side = Quand
wait-side-before = Avant la date
wait-side-at = À la date
wait-side-after = Après la date
wait-offset = Combien de temps avant ou après
wait-around-about = Un contact continue aussitôt quand ce moment est déjà venu, et quand il n’a pas de date.

## Les vignettes en une ligne

line-no-entry-segment = Choisissez qui démarre ce parcours
line-schedule-once = { $segments } · le { $at }
line-schedule-every = { $segments } · dès le { $at }, chaque fois après { $every }
line-no-moment = Choisissez jusqu’à quand attendre
line-no-date = Choisissez la date à attendre
line-until = Jusqu’au { $at }
line-before-date = { $offset } avant { $date }
line-at-date = Jusqu’à { $date }
line-after-date = { $offset } après { $date }
