### Les termes du domaine, seuls ou dans d’autres phrases.

## Types

type-text = Texte
type-number = Nombre
type-true-false = Vrai/faux
type-date-time = Date/heure
type-entity-reference = Référence d’entité ({ $table })

## Opérateurs

operator-is = est
operator-is-not = n’est pas
operator-contains = contient
operator-does-not-contain = ne contient pas
operator-begins-with = commence par
operator-ends-with = se termine par
operator-is-one-of = est l’un de
operator-equals = =
operator-not-equals = ≠
operator-less = <
operator-less-or-equal = ≤
operator-greater = >
operator-greater-or-equal = ≥
operator-between = entre
operator-is-true = est vrai
operator-is-false = est faux
operator-before = avant le
operator-on-or-before = le ou avant le
operator-on = le
operator-on-or-after = le ou après le
operator-after = après le
operator-in-the-last = au cours des derniers
operator-in-the-next = au cours des prochains
operator-same-day-and-month = même jour et même mois que
operator-is-empty = est vide
operator-is-not-empty = n’est pas vide

## Unités et durées

unit-minutes = minutes
unit-hours = heures
unit-days = jours
unit-weeks = semaines
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
duration-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
duration-weeks =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }

## États

journey-state-draft = Brouillon
journey-state-scheduled = Planifié
journey-state-live = En direct
journey-state-live-editing = En direct, en cours de modification
journey-state-paused = En pause
journey-state-completing = En cours d’achèvement
journey-state-completed = Terminé
journey-state-stopped = Arrêté
trigger-state-draft = Brouillon
trigger-state-ready = Prêt à l’emploi
trigger-state-stopped = Arrêté

## Publics

audience-contact = Contact
audience-lead = Prospect
audience-profile = Profil client

## Vignettes

tile-entry = Début du parcours
tile-attribute-branch = Attribut
tile-wait-for-trigger = Si/alors
tile-split = Répartition
tile-wait = Attente
tile-custom-trigger = Déclencheur personnalisé
tile-email = E-mail
tile-text-message = SMS
tile-push = Notification push
tile-exit = Sortie

## Interactions avec un message

interaction-delivered = Remis
interaction-opened = Ouvert
interaction-clicked = Cliqué

## Sources de valeurs

source-contact = Contact
source-binding = ID de liaison
source-journey = Parcours
journey-property-name = Nom du parcours
journey-property-id = ID du parcours

## Rôles d’un déclencheur

role-starts = Démarre le parcours
role-waits = Attendu
role-ends = Met fin au parcours
role-goal = Atteint l’objectif
role-raised = Activé
role-flow = Démarre le flux

# Words that panes and pages share
behaviour = Modèles
percent = { $n } %
name = Nom
state = État
type = Type
description = Description
audience = Audience
mark-ready = Marquer prêt à l’emploi
attributes = Attributs
attribute-name = Nom de l’attribut
add-attribute = Ajouter un attribut
entity-reference = Référence d’entité
table = Table
value = Valeur
column = Colonne
environment = Environnement
tables = Tables
under-a-minute = moins d’une minute
entry-by = Ce qui fait entrer les contacts
entry-by-trigger = Un déclencheur
entry-by-segments = Un calendrier
entry-segments = Segments qui entrent
entry-segments-about = Selon le calendrier, chaque contact qui fait partie d’un de ces segments entre.
exclusions = Exclusions
segment = Segment
segments = Segments
segment-add = Ajouter un segment
segment-choose = Choisissez un segment
segment-gone = Segment manquant
segment-create = Créer le segment « { $name } »
segment-create-help = Saisissez un nouveau nom pour créer un segment.
segment-remove = Retirer le segment « { $name } »
schedule = Calendrier
schedule-at = Première exécution
schedule-recurs = Fréquence
schedule-once = Une fois
schedule-again = Chaque fois après
schedule-by-months = Par mois, le même jour
schedule-by-months-last = Par mois, le dernier jour
schedule-how-many-months = Combien de mois
schedule-months-about = Dans le fuseau horaire { $zone }, toujours à la même heure. Une exécution laisse de côté les contacts qui sont encore dans le parcours. Un mois sans ce jour compte avec son dernier.
schedule-every = Temps d’une exécution à la suivante
schedule-about = Dans le fuseau horaire { $zone }. Une exécution laisse de côté les contacts qui sont encore dans le parcours. Un jour dure 24 heures : l’heure se décale quand l’heure légale change.
exclusions-about = Les contacts qui font partie d’un de ces segments n’entrent pas.
exit-by = Ce qui termine le parcours
exit-by-trigger = Un déclencheur
exit-by-segment = Un segment
exit-segment-about = Un contact qui en fait partie sort à son prochain pas : en arrivant à une vignette, ou en repartant d’une attente.
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
line-no-entry-segment = Choisissez qui démarre ce parcours
line-schedule-once = { $segments } · le { $at }
line-schedule-every = { $segments } · dès le { $at }, chaque fois après { $every }
line-schedule-months = { $segments } · dès le { $at }, { $months }
schedule-months =
    { $count ->
        [one] chaque mois
       *[other] tous les { $n } mois
    }
schedule-months-last =
    { $count ->
        [one] chaque mois, le dernier jour
       *[other] tous les { $n } mois, le dernier jour
    }
line-no-moment = Choisissez jusqu’à quand attendre
line-no-date = Choisissez la date à attendre
line-until = Jusqu’au { $at }
line-before-date = { $offset } avant { $date }
line-at-date = Jusqu’à { $date }
line-after-date = { $offset } après { $date }
tests = Tests
branch-yes = Oui
branch-no = Non
branch-other = Autre
