### Le volet des propriétés et ses éditeurs.

properties = Propriétés
kind-journey = Parcours
kind-entry = Ce qui démarre le parcours
condition = Condition

## En-tête

tile-duplicate = Dupliquer cette vignette
tile-delete = Supprimer cette vignette
tile-delete-title = Supprimer « { $name } » avec ses branches ?
tile-delete-body =
    { $count ->
        [one] { $n } vignette de ses branches est supprimée avec elle. Annuler la rétablit.
       *[other] { $n } vignettes de ses branches sont supprimées avec elle. Annuler les rétablit.
    }
journey-duplicate = Dupliquer ce parcours
journey-delete = Supprimer ce parcours
journey-delete-draft-only = Seul un brouillon peut être supprimé
journey-delete-title = Supprimer le parcours « { $name } » ?
journey-delete-body = Ses vignettes et ses réglages sont supprimés avec lui. Annuler les rétablit.

## Parcours

journey-section = Parcours
period = Quand les contacts peuvent entrer
time-zone = Fuseau horaire
time-zone-choose = Choisir un fuseau horaire
period-start = À partir du
period-end = Jusqu’au
period-about = Sans dates, le parcours est toujours ouvert. Les heures sont dans le fuseau horaire du parcours.
period-clear = Effacer
to-draft = Repasser en brouillon
to-scheduled = Planifier
to-resume = Reprendre
to-live-editing = Modifier en direct
to-paused = Mettre en pause
new-version = Nouvelle version
edit-as-new-version = Modifier dans une nouvelle version
edit-as-copy = Modifier une copie
version-open-next = Ouvrir la nouvelle version
versions-show = Versions et différences
to-completing = Laisser s’achever
to-completed = Marquer comme terminé
stop-title = Arrêter ce parcours définitivement ?
stop-body = Un parcours arrêté ne peut plus être publié. Les contacts qui y sont en sortent.

## Objectif et critères de sortie

goal = Objectif
goal-none = Dites ce que le parcours doit atteindre, et voyez combien de contacts y arrivent.
goal-add = Ajouter un objectif
goal-delete = Retirer l’objectif
goal-met-by = Atteint par
target = Cible
target-none = Sans cible
target-count = Un nombre de contacts
target-share = Un pourcentage
target-number = Valeur de la cible
exit-criteria = Critères de sortie
exit-criteria-about = Chacun termine le parcours pour un contact, où qu’il soit.
exit-add = Ajouter un critère de sortie
exit-delete = Retirer ce critère de sortie
exit-criterion-numbered = Critère de sortie { $n }
exit-always = À chaque fois, quelles que soient ses valeurs.

## Début du parcours

entry-always = Tous les contacts entrent, quelles que soient les valeurs.
repeat = Nouvelle entrée
repeat-after-delay = De nouveau après un délai
repeat-delay = Délai avant qu’un contact puisse entrer de nouveau
journey-settings = Réglages du parcours
journey-settings-about = Le public, la période, l’objectif et les critères de sortie valent pour tout le parcours.
journey-settings-open = Ouvrir les réglages du parcours

## Déclencheurs

trigger = Déclencheur
trigger-choose = Choisir un déclencheur
trigger-gone = Déclencheur introuvable
trigger-create = Créer le déclencheur « { $name } »
trigger-create-help = Tapez un nouveau nom pour créer un déclencheur.
trigger-open = Ouvrir le déclencheur
trigger-name = Nom du déclencheur
trigger-mark-ready = Marquer prêt à l’emploi
attributes-none = Aucun attribut. Chacun est une valeur qui accompagne le déclencheur.
attribute-new = Attribut
attribute-add = Ajouter un attribut
attribute-type = Type de l’attribut
attribute-table = Table à laquelle il se réfère
attribute-delete = Supprimer l’attribut « { $name } »

## Utilisé dans

used-in-live =
    { $live ->
        [0] Utilisé dans : aucun parcours
        [one] Utilisé dans : { $n } parcours en direct
       *[other] Utilisé dans : { $n } parcours en direct
    }
used-in-some-live =
    { $live ->
        [0] Utilisé dans : aucun parcours en direct ({ $total } au total)
        [one] Utilisé dans : { $n } parcours en direct ({ $total } au total)
       *[other] Utilisé dans : { $n } parcours en direct ({ $total } au total)
    }
reactions-title = Que se passe-t-il s’il est activé ?
flow-reacts = Réagit
flow-does-not-react = Ne réagit pas

## Déclencheur personnalisé

step-trigger = 1. Déclencheur
step-trigger-about = Activé quand un contact atteint cette vignette. Le contact continue aussitôt.
step-map = 2. Mapper les attributs
step-map-none = Ce déclencheur n’a pas d’attributs à mapper.
mapped-of = { $mapped } sur { $total }
mapping-none = Non mappé
binding-none = Vide (facultatif)
binding-about = L’ID de liaison indique à quelle instance d’un parcours le déclencheur s’adresse. Il peut rester vide.
mapping-fixed = Valeur fixe « { $value } »
mapping-done = Mappé
mapping-clear = Effacer le mappage de « { $name } »
mapping-way = Origine de la valeur
mapping-way-value = Valeur
mapping-way-attribute = Attribut
mapping-value-of = Valeur fixe de « { $name } »
mapping-source-of = Source de « { $name } »
value-choose = Choisir…
value-row-id = ID de la ligne
value-with-time = Avec une heure
value-day-only = Jour entier

## Sources

source-choose = Choisir un champ
map-all-open = Tout mapper…
source-recent = Récemment utilisés
source-example = { $detail } · p. ex. { $value }
source-may-be-empty = { $type } · peut être vide
source-group-received = { $trigger } · reçu dans { $tile }
source-group-incoming = { $trigger }
source-hidden-type =
    { $count ->
        [one] { $n } masqué : d’un autre type.
       *[other] { $n } masqués : d’un autre type.
    }
source-hidden-ways =
    { $count ->
        [one] { $n } masqué : reçu seulement sur certains chemins vers cette vignette.
       *[other] { $n } masqués : reçus seulement sur certains chemins vers cette vignette.
    }

## Branches

branches = Branches
branches-about = Évaluées aussitôt, de haut en bas. Un contact prend la première branche dont la condition est remplie.
branch-name = Nom de la branche
branch-add = Ajouter une branche
branch-up = Monter la branche
branch-down = Descendre la branche
branch-delete = Supprimer la branche
branch-delete-title = Supprimer la branche « { $name } » ?
branch-delete-body =
    { $count ->
        [one] { $n } vignette est supprimée avec elle. Annuler la rétablit.
       *[other] { $n } vignettes sont supprimées avec elle. Annuler les rétablit.
    }
witness-open = Qui la prend, par exemple
branch-no-condition = Dites quand cette branche est prise.
branch-no-about = Les contacts pour qui la condition n’est pas remplie. Une valeur vide ne remplit aucune condition.
branch-other-about = Les contacts pour qui aucune condition n’est remplie. Une valeur vide ne remplit aucune condition.

## Conditions

condition-group = Groupe de conditions
add-condition = Ajouter une condition
add-group = Ajouter un groupe
remove-condition = Retirer cette condition
remove-group = Retirer ce groupe
remove-value = Retirer « { $value } »
join = Comment les conditions sont liées
join-all = Toutes
join-any = Au moins une
row-source = Champ
row-operator = Comparaison
row-value = Valeur
row-a-date = Une date
row-add-value = Ajouter une valeur, puis Entrée

## Messages

message-title = Message
message-about = Envoyé quand un contact arrive à cette vignette. Le contact continue aussitôt, même si l’envoi est impossible.
message-content = Contenu
message-content-about = Le nom du contenu, tel que vos collègues le connaissent.
content-example-email = E-mail de bienvenue
content-example-text-message = Confirmation de commande
content-example-push = Offre de retour
message-to = Envoyer à
message-gone = Message manquant

## Répartition

split-about = Chaque contact prend une branche au hasard, à son arrivée. Une exécution avec la même graine tire les mêmes branches.
split-total = Total
split-equalize = Égaliser
split-percent = Pourcentage de la branche

## Si/alors, Attente, Sortie

wait-for = Attendre
wait-for-any = À chaque fois, quelles que soient ses valeurs.
wait-on = Ce qu’il faut attendre
wait-on-interaction = Interaction
wait-add = Attendre autre chose
waits-about = Le premier qui vient décide. Si un événement compte pour deux, celui du haut est pris.
wait-message = Message
wait-message-choose = Choisissez un message
wait-interaction = Interaction avec le message
wait-no-messages = Aucun message n’est envoyé sur tous les chemins vers cette vignette.
wait-hidden-messages =
    { $count ->
        [one] { $n } masqué : envoyé sur certains chemins vers cette vignette seulement.
       *[other] { $n } masqués : envoyés sur certains chemins vers cette vignette seulement.
    }
time-limit-several = Compté dès l’arrivée, 90 jours au plus. Autre est pris quand le délai est passé.
time-limit = Limite de temps
time-limit-about = Comptée depuis l’arrivée, 90 jours au plus. Oui est pris dès que cela arrive, Non quand la limite est passée.
wait-duration = Attente
wait-about = Comptée depuis l’arrivée, 90 jours au plus. Un jour dure 24 heures.
exit-title = Fin du parcours
exit-about = Un contact qui atteint cette vignette a terminé le parcours. Il n’y a rien à régler.

## Notes

note = Note
