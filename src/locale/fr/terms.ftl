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
