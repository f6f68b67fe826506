# Scénarios de test : ce qu’ils attendent, et ce qui a été vu à la place.

expect-reaches = { $contact } atteint « { $tile } »
expect-reaches-not = { $contact } n’atteint jamais « { $tile } »
expect-takes = { $contact } prend « { $branch } » à « { $tile } »
expect-takes-not = { $contact } ne prend jamais « { $branch } » à « { $tile } »
expect-raises = « { $trigger } » est activé pour { $contact }
expect-raises-with = « { $trigger } » est activé pour { $contact } avec { $values }
expect-raises-not = « { $trigger } » n’est jamais activé pour { $contact }
expect-raises-not-with = « { $trigger } » n’est jamais activé pour { $contact } avec { $values }
expect-enters = { $contact } entre dans « { $journey } »
expect-enters-not = { $contact } n’entre pas dans « { $journey } »
expect-refused = { $contact } est refusé par « { $journey } »
expect-refused-not = { $contact } n’est pas refusé par « { $journey } »
expect-completes = { $contact } termine « { $journey } »
expect-completes-not = { $contact } ne termine pas « { $journey } »
expect-exits = { $contact } sort de « { $journey } » avant la fin
expect-exits-not = { $contact } ne sort pas de « { $journey } » avant la fin
expect-meets-goal = { $contact } atteint l’objectif de « { $journey } »
expect-meets-goal-not = { $contact } n’atteint pas l’objectif de « { $journey } »
expect-flow-runs =
    { $times ->
        [one] Le flux « { $flow } » s’exécute { $times } fois
       *[other] Le flux « { $flow } » s’exécute { $times } fois
    }
expect-goal-count =
    { $count ->
        [one] L’objectif de « { $journey } » est atteint au moins { $count } fois
       *[other] L’objectif de « { $journey } » est atteint au moins { $count } fois
    }
expect-goal-share = L’objectif de « { $journey } » est atteint par au moins { $share } % de ceux qui entrent

seen-gone = Ce que cette attente désigne n’existe plus.
seen-happened = C’est pourtant arrivé.
seen-not-entered = Le contact n’est pas entré dans le parcours.
seen-refused = Le contact a été refusé : { $reason }.
seen-waiting = À la fin, le contact était encore à « { $tile } ».
seen-completed = Le contact a terminé le parcours à « { $tile } ».
seen-exited = Le contact est sorti avant la fin, à « { $tile } ».
seen-took = Le contact a pris « { $branch } ».
seen-not-raised = Il n’a pas été activé.
seen-values = « { $tile } » l’a activé avec { $values }.
seen-missing = « { $tile } » n’a pas pu l’activer : aucune valeur pour { $attributes }.
seen-goal = Il a été atteint par { $met } sur { $entered }.
seen-runs =
    { $times ->
        [one] Il s’est exécuté { $times } fois.
       *[other] Il s’est exécuté { $times } fois.
    }

scenario-broken-journeys = Des parcours qui réagissent dans ce test ont des erreurs : { $journeys }. Voyez les problèmes.
scenario-broken-workspace = Quelque chose qui s’exécute avec les parcours a des erreurs. Voyez les problèmes.
scenario-broken-start = Le début « { $text } » n’est ni une date ni une heure.
scenario-broken-end = La fin « { $text } » n’est ni une date ni une heure.
scenario-broken-name = Deux contacts de ce test s’appellent « { $contact } ». Renommez l’un d’eux.
scenario-broken-value = « { $contact } » a dans « { $field } » une valeur qui n’est pas du bon type.
scenario-broken-event-contact = Un événement concerne un contact qui ne participe pas à ce test.
scenario-broken-event-what = Un événement de « { $contact } » porte sur un déclencheur ou un message qui n’existe plus.
scenario-broken-event-time = Un événement de « { $contact } » a une heure qui n’en est pas une.
scenario-broken-event-value = Un événement de « { $contact } » a dans « { $attribute } » une valeur qui n’est pas du bon type.

# La page.

new-test = Nouveau test
new-test-name = Nouveau test
tests-empty = Un test, ce sont quelques contacts, ce qu’ils font et ce que vous attendez des parcours. Choisissez-en un, écrivez-en un, ou gardez-en un depuis la trace d’un contact après une exécution.
run-all-tests = Tout exécuter
run-test = Exécuter
tests-running = En cours…
tests-not-run = Pas encore exécutés.
tests-tally = Réussis : { $passed }, échoués : { $failed }.
tests-failed-to-run = Les tests n’ont pas pu s’exécuter : { $cause }
tests-covered = Couverture : { $tiles } vignettes sur { $all-tiles }, { $branches } branches sur { $all-branches }.
tests-on-canvas = Montrer la couverture sur le canevas
test-not-run = Pas exécuté
test-passed = Réussi
test-failed = Échoué
test-stale = modifié depuis
expectations = Attentes
expectations-none = Rien n’est encore attendu : ce test réussit toujours.
expectation-met = Remplie
expectation-differs = Pas remplie
open-tile = Ouvrir { $tile }
add-expectation = Ajouter une attente
change-expectation = Modifier l’attente
change-this = Modifier « { $what } »
expect-kind = Ce qui est attendu
expect-kind-reaches = atteint
expect-kind-takes = prend la branche
expect-kind-raises = active le déclencheur
expect-kind-ends = dans le parcours
expect-kind-flow-runs = Le flux s’exécute
expect-kind-goal-count = L’objectif est atteint, au moins (fois)
expect-kind-goal-share = L’objectif est atteint, au moins (%)
expect-target = Où
expect-ending = Issue
expect-values = Attribut = valeur ; …
expect-times = Fois
expect-percent = Pourcentage
expect-not = Ne … pas
ending-enters = entre
ending-completes = termine
ending-exits = sort avant la fin
ending-meets-goal = atteint l’objectif
ending-refused = est refusé
test-contacts = Contacts du test
test-contacts-about = Ils ne participent qu’à ce test.
test-events = Ce qu’ils font
test-events-about = Des déclencheurs venus de l’extérieur, dans le temps virtuel du test.
test-journeys = Parcours qui réagissent
test-journeys-about = Aucun choisi : ceux qui sont actifs. Ceux qui sont choisis réagissent quel que soit leur état.
test-period = Période
test-start = Début
test-start-help = Vide : au premier événement.
test-end = Fin
test-end-help = Vide : quand plus rien ne peut arriver.
keep-as-test = Garder comme test
