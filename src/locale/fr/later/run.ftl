### Préparation d’une exécution, résultats et parcours des contacts.

## L’exécution

run-again = Relancer
run-progress = Avancement de l’exécution
run-preparing = Préparation…
run-reading = Lecture du { $file }…
run-running = { $done } contacts sur { $total }
run-done = { $events } événements, { $contacts } contacts en { $seconds } s
run-cancelled = Arrêtée. Les résultats précédents sont conservés.
run-blocked = Ces erreurs empêchent l’exécution. Corrigez-les, puis relancez.
run-no-contacts-file = Choisissez un fichier CSV de contacts, ou prenez ceux de l’espace de travail.
run-no-events-file = Choisissez un fichier CSV d’événements, ou un autre comportement.
run-failed-file = Le { $file } n’a pas pu être lu. { $cause }
run-failed-workspace = L’espace de travail ne peut pas être simulé : { $cause }
run-in-page = Ce navigateur ne laisse pas Parcours travailler en arrière-plan : les exécutions se font dans la page même. Elles durent plus longtemps et la page peut répondre plus lentement pendant ce temps.
run-failed-crash = L’exécution s’est interrompue. Votre travail est intact ; relancez. { $cause }
run-file-contacts = fichier de contacts
run-file-events = fichier d’événements

## Ses réglages

run-own-contacts =
    { $count ->
        [0] Ceux de l’espace de travail (aucun)
        [one] Le contact de l’espace de travail
       *[other] Les { $n } contacts de l’espace de travail
    }
run-from-csv = D’un fichier CSV
run-behaviour = Comportement
run-own-events =
    { $count ->
        [0] Événements de l’espace de travail (aucun)
        [one] L’événement de l’espace de travail
       *[other] Les { $n } événements de l’espace de travail
    }
run-events-from-csv = Événements enregistrés, d’un fichier CSV
run-no-behaviour = Aucun
run-choose-csv = Choisir un fichier
run-choose-other = Choisir un autre fichier
run-rows =
    { $count ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
run-see-below = voir plus bas
run-period = Période
run-start = Du
run-start-help = Vide : dès le premier événement. UTC.
run-end = Jusqu’au
run-end-help = Vide : tant qu’il peut se passer quelque chose. UTC.
run-journeys = Parcours qui réagissent
run-journeys-help = Les parcours actifs réagissent toujours. Les autres réagissent comme s’ils étaient publiés.
run-as-published = { $journey }
run-no-journeys = Il n’y a pas encore de parcours.

## Ce qui ne va pas dans les données

run-own-left-out =
    { $count ->
        [one] { $n } valeur ou événement de l’espace de travail a été écarté : il ne convient pas, comme le disent les problèmes, ou son contact ne participe pas à l’exécution.
       *[other] { $n } valeurs ou événements de l’espace de travail ont été écartés : ils ne conviennent pas, comme le disent les problèmes, ou leur contact ne participe pas à l’exécution.
    }
run-issues-of = À propos du { $file }
run-left-out =
    { $count ->
        [one] { $n } ligne ne convient pas et a été écartée.
       *[other] { $n } lignes ne conviennent pas et ont été écartées.
    }
run-unknown-contacts =
    { $count ->
        [one] { $n } événement d’un contact qui ne participe pas a été écarté.
       *[other] { $n } événements de contacts qui ne participent pas ont été écartés.
    }
run-out-of-order =
    { $count ->
        [one] { $n } événement suit un événement plus récent du même contact ; il a été remis dans l’ordre.
       *[other] { $n } événements suivent un événement plus récent du même contact ; ils ont été remis dans l’ordre.
    }
run-ignored-columns = Colonnes sans champ ni attribut de ce nom : { $names }
run-absent-columns = Sans colonne, donc vides : { $names }
run-issue-line = Ligne { $line }
run-issue-column = { $column } : { $cause }
run-issues-more =
    { $count ->
        [one] Et { $n } autre ligne.
       *[other] Et { $n } autres lignes.
    }
run-issues-save = Télécharger les lignes écartées
run-issues-save-first = Télécharger les { $n } premières lignes écartées
run-issues-file = Lignes écartées

## Résultats

run-none = Aucune exécution pour l’instant. Une exécution prend des contacts et ce qu’ils ont fait, et laisse réagir les parcours : chaque vignette montre alors combien y sont passés.
run-stale = Modifié depuis cette exécution. Relancez pour voir l’effet.
run-contacts =
    { $count ->
        [one] contact
       *[other] contacts
    }
run-events-outside =
    { $count ->
        [one] { $n } événement hors de la période
       *[other] { $n } événements hors de la période
    }
run-cut =
    { $count ->
        [one] { $n } événement d’un modèle de comportement au-delà de ses limites, non créé
       *[other] { $n } événements de modèles de comportement au-delà de leurs limites, non créés
    }
run-interactions-unsent =
    { $count ->
        [one] 1 interaction avec un message non envoyé
       *[other] { $n } interactions avec des messages non envoyés
    }
run-loop =
    { $count ->
        [one] Une boucle de déclencheurs a été coupée { $n } fois : { $tiles }
       *[other] Une boucle de déclencheurs a été coupée { $n } fois : { $tiles }
    }
run-search-contacts = Rechercher un contact
run-show-contacts = Afficher ces contacts
run-all-contacts = Afficher tous les contacts
run-nobody = Aucun contact.
run-events =
    { $count ->
        [one] { $n } événement
       *[other] { $n } événements
    }
run-empty = Personne n’a participé à cette exécution. Ajoutez des contacts sur la page Contacts, ou choisissez-en d’autres sous Exécuter.
run-no-journey = Aucun parcours n’a réagi. Seuls réagissent les parcours en direct, et les brouillons que vous choisissez sous Exécuter.
results-tiles = Vignettes
export-json = JSON
export-csv = CSV
figure-entered = Entrés
figure-refused = Refusés
figure-inside = En cours
figure-completed = Terminés
figure-exited = Sortis avant la fin
figure-goal = Objectif atteint
figure-tile = Vignette
figure-arrived = Arrivés
figure-waiting = En attente
figure-left = Passés
figure-failed = Échecs
figure-sent = Envoyé
figure-outside = De l’extérieur
figure-activated = Émis par des vignettes
figure-runs = Exécutions
failed-without = sans { $attribute }
goal-reached = Cible { $target } atteinte
goal-not-reached = Cible { $target } non atteinte
refusal-not-live = parcours non actif
refusal-time-window = hors de sa période
refusal-condition = condition
refusal-excluded = exclus
refusal-repeat = déjà entrés
refusal-limit = plus de 1 000 entrées par des vignettes
exit-expired = après 365 jours
exit-criterion = par « { $trigger } »
exit-segment = dans le segment « { $segment } »
visit-reached = Arrivés à { $place }
visit-waits = En attente à { $place }
visit-exited = Sortis avant la fin : { $place }
visit-failed = Échec à { $place }
visit-sent = Envoyé : { $place }
visit-interacted = Interaction : { $place }
visit-took = Ont pris { $place }
visit-entered = Entrés dans { $place }
visit-refused = Refusés : { $place }
visit-inside = En cours dans { $place }
visit-completed = Ont terminé { $place }
visit-goal = Objectif atteint : { $place }

## Parcours des contacts

trace-none = Choisissez un contact pour suivre son chemin dans les parcours, étape par étape, avec les valeurs qui ont décidé.
trace-choose = Choisir un contact
trace-empty = Rien n’est arrivé à ce contact dans cette exécution.
trace-previous = Contact précédent
trace-next = Contact suivant
trace-zone = Heures de { $zone }
trace-stale = modifié depuis
trace-in = { $journey } · passage { $number }
step-received = « { $trigger } » est venu de l’extérieur
step-made = « { $trigger } » est venu de l’extérieur, par un modèle de comportement
step-interacted = « { $message } » : { $interaction }
step-entered = Entrée par « { $trigger } »
step-taken = Entrée selon le calendrier, par le segment « { $segment } »
step-refused = { $journey } n’a pas commencé : { $reason }
step-arrived = Arrivée
step-branched = Branche { $branch }
step-split = Tiré { $drawn } : { $branch }
step-sent = Envoyé à { $to }
step-not-sent = Non envoyé : le contact n’a pas de valeur là où l’envoyer
step-waiting = Attend jusqu’au { $until }
step-waiting-for = Attend jusqu’au { $until } au plus tard
step-other-binding = « { $trigger } » est arrivé pour un autre ID de liaison
binding-came = Son ID de liaison
binding-own = ID de liaison de cette instance
step-not-waiting = Continue aussitôt : { $until } est déjà passé
step-no-date = Continue aussitôt : il n’y a pas de date à attendre
step-ignored = « { $trigger } » est venu, mais ne compte pas
step-resolved = « { $trigger } » est venu : { $branch }
step-answered = « { $message } » · { $interaction } : { $branch }
step-timed-out = Le délai est passé : { $branch }
step-waited = L’attente est finie
step-raised = « { $trigger } » activé
step-failed = « { $trigger } » n’a pas pu être activé : il manque une valeur
step-loop-cut = « { $trigger } » n’a pas été activé : les déclencheurs tournent en rond
step-goal-met = Objectif atteint par « { $trigger } »
step-exited = Sortie avant la fin { $reason }
step-completed = Terminé
step-flow-ran = Le flux « { $flow } » s’est exécuté
flow-took = { $step } : { $branch }
step-still-inside = Toujours là à la fin de l’exécution
step-started = Démarre { $journey } · passage { $number }
row-held = Vrai :
row-not-held = Faux :
row-saw = valait { $value }
value-empty = vide
origin-fixed = valeur fixe
origin-unmapped = non mappé
origin-path = de { $source }
results-spreads = Combien de temps cela a pris
spread-goal = Délai jusqu’à l’objectif
spread-stay = Durée à { $tile }
spread-days = Entrées par jour, en UTC
spread-at-once = aussitôt
spread-within = jusqu’à { $time }
spread-median = pour la moitié, { $time }

## Ce qui est lu à voix haute

news-error = Nouvelle erreur : { $sentence }
news-warning = Nouvel avertissement : { $sentence }
news-several = { $count } nouveaux problèmes.
news-solved =
    { $count ->
        [one] 1 problème résolu.
       *[other] { $count } problèmes résolus.
    }
news-left =
    { $count ->
        [0] Plus aucun problème.
        [one] Il reste 1 problème.
       *[other] Il reste { $count } problèmes.
    }
heard-trace =
    { $count ->
        [one] Le chemin de { $contact } : 1 étape. { $last }
       *[other] Le chemin de { $contact } : { $count } étapes. La dernière : { $last }
    }
bench-title = Mesures de cette application
bench-exact = Tous les comptes sont ceux attendus, à chaque exécution.
bench-not-exact = Des comptes ne sont pas ceux attendus.
bench-contacts = { $n } contacts
bench-workers = { $count } processus
bench-reading = Lecture des fichiers, ms
bench-first = Première exécution, du clic aux comptes sur les vignettes, ms
bench-best = La meilleure de cinq autres exécutions, ms
bench-longest = Plus longue tâche de la page au-delà de 50 ms, ms
bench-memory = Mémoire des processus, Mo
