### Comment tout se tient : où les choses servent, ce qui réagit, ce qui s’ensuit.

## Utilisé dans

used-in-title = Utilisé dans
used-in-about = Quand le déclencheur est activé, chaque parcours en direct ci-dessous y réagit, ainsi que chaque flux activé.
used-in-at = { $role } dans « { $tile } »
used-in-no-journey = Aucun parcours ne l’utilise.
used-in-no-flow = Aucun flux ne démarre par lui.
used-in-journey = Parcours
used-in-search = Rechercher parcours, vignettes et rôles
used-in-live-only = En direct seulement
used-in-shown = { $shown } sur { $all }
used-in-examples = Exemples et tests
used-in-event = Un événement de { $name }
used-in-model = Le comportement « { $name } »
used-in-scenario = Le test « { $name } »
places-count =
    { $count ->
        [one] Utilisé à { $n } endroit
       *[other] Utilisé à { $n } endroits
    }
places-none = Non utilisé

## Ce qui se passe si un déclencheur est activé

reactions-outside = Que se passe-t-il s’il est activé de l’extérieur ?
reactions-for = Pour
reactions-anybody = N’importe qui
reactions-none = Rien ne l’écoute.
reactions-reacts = Réagit
reactions-depends = Peut réagir
reactions-does-not = Ne réagit pas
reactions-if = Si { $needs }
hindrance-trigger = Rien ne peut l’activer dans un parcours en direct : le déclencheur n’est pas prêt à l’emploi ({ $state }).
hindrance-journey = Personne n’arrive à cette vignette maintenant : le parcours a l’état « { $state } ».
hindrance-unmapped = Rien n’est activé ici : « { $name } » n’est pas mappé à une valeur qui convient.
hindrance-empty = Rien n’est activé ici : « { $name } » serait vide.
need-inside = le contact est dans le parcours
need-still-inside = le contact est encore dans le parcours
need-waiting = le contact y attend
need-condition = la condition est remplie
need-never-entered = le contact n’a jamais été dans le parcours
need-not-entered-for = le contact n’y est pas entré depuis { $duration }
need-not-excluded = aucun segment exclu ne contient le contact
need-binding = l’ID de liaison est celui de l’instance
why-state = État : { $state }
why-audience = Le parcours concerne une autre audience
why-condition = La condition n’est pas remplie
why-not-yet = Les contacts ne peuvent pas encore entrer
why-no-longer = Les contacts ne peuvent plus entrer
why-excluded = Le contact est dans le segment exclu « { $name } »
why-newer-version = Une version plus récente prend les contacts qui entrent
why-repeat = Le contact est déjà dans le parcours et ne peut pas y entrer de nouveau
why-passed-by = Qui l’active a dépassé cette vignette ou suit une autre branche
why-off = Désactivé
why-environment = Dans un autre environnement

## La chaîne

chain-show = Afficher toute la chaîne
chain-title = Ce qui s’ensuit
chain-about = De gauche à droite : un déclencheur, ce qui y réagit, ce que cela active à son tour. Ce qui est en pointillés ne réagirait pas maintenant. Un clic y mène.
chain-loop-about = La chaîne revient à son point de départ : c’est une boucle de déclencheurs.
chain-loop = Boucle : déjà activé avant
chain-elsewhere = Figure ailleurs dans l’image
chain-outside = De l’extérieur

## Le catalogue des déclencheurs

triggers-empty = Pas encore de déclencheur. Créez-en un, donnez-lui des attributs : les parcours pourront l’activer et l’écouter.
catalogue-search = Rechercher noms et attributs
catalogue-any-state = Tous les états
catalogue-use = Utilisation
catalogue-all = Tous les déclencheurs
catalogue-live = Dans un parcours en direct
catalogue-nobody-listens = Activé, mais rien ne l’écoute
catalogue-nobody-raises = Écouté, mais aucune vignette ne l’active
catalogue-unused = Non utilisé
catalogue-none-shown = Aucun déclencheur ne correspond. Cherchez autre chose, ou retirez un filtre.
catalogue-raised = Activé par
catalogue-starts = Démarre
catalogue-waits = Attendu
catalogue-ends = Met fin
catalogue-goal = Objectifs
catalogue-flow = Flux
stop-trigger-title = Arrêter « { $name } » ?
stop-trigger-body =
    { $count ->
        [0] Aucun parcours en direct ne l’utilise.
        [one] { $n } parcours en direct l’utilise.
       *[other] { $n } parcours en direct l’utilisent.
    } Un déclencheur arrêté l’est définitivement ; une copie peut prendre la suite.

## Extrait de code

snippet = Extrait de code
snippet-about = Le code qui active le déclencheur de l’extérieur. Son nom unique figure sur la première ligne ; ce qui est en capitales est à remplacer.
snippet-copy = Copier le code
snippet-copied = Copié. Mettez-y votre propre clé et le contact avant de vous en servir.
snippet-not-copied = Le navigateur n’a pas permis la copie. Sélectionnez le code et copiez-le à la main.
snippet-page = Script de page
snippet-c-sharp = C#
snippet-web-api = API web
snippet-page-help = Le chargeur de votre environnement doit le précéder dans la page. La personne est un ID, une adresse e-mail ou un numéro de téléphone. Les attributs s’écrivent sans préfixe. Qui possède la clé d’ingestion peut activer des déclencheurs. La façon d’écrire ici une référence à un enregistrement n’est pas documentée publiquement.
snippet-c-sharp-help = Pour le SDK Dataverse : service est un IOrganizationService. Les attributs s’écrivent avec leur préfixe ; tous doivent avoir une valeur.
snippet-web-api-help = À envoyer avec l’heure actuelle dans les deux horodatages. Les attributs s’écrivent avec leur préfixe ; tous doivent avoir une valeur.

## La carte

map-empty = Rien à dessiner pour l’instant. Créez un parcours : les déclencheurs qu’il écoute et active le relient aux autres.
map-search = Rechercher sur la carte
map-found =
    { $count ->
        [0] rien trouvé
        [one] { $n } trouvé
       *[other] { $n } trouvés
    }
map-svg = Exporter en SVG
map-png = Exporter en PNG
map-legend = Ce que disent les lignes
map-legend-live = En direct
map-legend-off = Ne réagit pas maintenant
map-legend-loop = Boucle de déclencheurs

## Qui prend une branche

witness-none = Aucun exemple ne peut être donné : personne ne la prend, ou cela dépend de lignes de tables ou du jour.
witness-value = { $source } = { $value }
witness-empty = { $source } est sans valeur
witness-anybody = N’importe qui.
