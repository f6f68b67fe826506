### Le cadre : page d’accueil, barre, rail, tiroir, messages.

## Partout

search = Rechercher
nothing-to-choose = Il n’y a rien à choisir.
nothing-found = Rien trouvé. Essayez avec moins de lettres.
list-more = { $shown } sur { $count } sont affichés. Tapez pour trouver les autres.
cancel = Annuler
close = Fermer
delete = Supprimer
unit = Unité
nameless = Sans nom
and = et
or = ou
true = vrai
false = faux
today = aujourd’hui

## Page d’accueil

start-title = Concevez des parcours. Exécutez-les avant tout envoi.
start-about = Reliez des parcours du client par des déclencheurs personnalisés, voyez qui écoute quoi, et simulez-les sur de vrais contacts dans ce navigateur. Rien n’est envoyé, rien ne quitte cet ordinateur.
new-workspace = Nouvel espace de travail
new-workspace-name = Nouvel espace de travail
open-file = Ouvrir un fichier
examples = Exemples
example-loading = Chargement…
example-post-purchase = Post-achat
example-post-purchase-about = Un achat envoie les nouveaux acheteurs à un agent commercial et les membres vers un parcours de consolidation. 2 contacts, 2 parcours en chaîne, 1 flux.
example-cdnow = CDNOW
example-cdnow-about = Les vraies commandes d’un disquaire dans 2 parcours en chaîne. 23 570 clients, 69 659 commandes.
later-under-way = Chargement…
later-failed = Cette partie n’a pas pu être chargée. Votre travail est en sécurité. Vérifiez la connexion.
later-again = Réessayer
recent = Espaces de travail récents
recent-help = Conservés dans ce navigateur. Exportez un espace de travail pour le garder ailleurs.
journey-count =
    { $count ->
        [one] { $count } parcours
       *[other] { $count } parcours
    }
delete-workspace-title = Supprimer l’espace de travail « { $name } » ?
delete-workspace-body = Il est retiré de ce navigateur avec ses contacts et ses événements. Les fichiers exportés restent.
storage-failed = Le stockage de ce navigateur a refusé : { $cause }

## Barre du haut

main-menu = Menu principal
to-start = Page d’accueil
export-workspace = Exporter l’espace de travail
export-journey = Exporter ce parcours
picture-journey = Image ou impression…
import-journey = Importer un parcours
path = Où vous êtes
undo = Annuler
redo = Rétablir
saved = Enregistré
saving = Enregistrement
not-saved = Non enregistré
saved-help = Chaque modification est enregistrée dans ce navigateur.
save-failed = Vos dernières modifications ne sont pas enregistrées : le stockage de ce navigateur a refusé ({ $cause }). Exportez l’espace de travail pour les garder, ou libérez de la place et continuez : chaque modification réessaie.
saved-elsewhere = Modifié dans un autre onglet : affiché tel qu’il y est maintenant.
saved-copy = { $name } (copie)
saved-as-copy = Un autre onglet a aussi modifié cet espace de travail. Ce que vous avez fait ici continue sous le nom « { $name } » ; ce qui a été fait là-bas reste.
theme-system = Thème : celui du système
theme-light = Thème : clair
theme-dark = Thème : sombre
help = Aide
help-keyboard = Clavier
skip = Aller à la page
key-ctrl = Ctrl
key-shift = Maj
publish = Publier
version-name = v{ $n }
publish-help = Marquer ce parcours comme étant en direct dans l’espace de travail. Rien n’est envoyé.
stop = Arrêter
stop-help = Arrêter ce parcours définitivement
run = Exécuter
run-help = Exécuter les parcours sur des contacts, ici dans le navigateur

## Pages et volets

pages = Pages
journeys = Parcours
map = Carte
triggers = Déclencheurs
flows = Flux
contacts = Contacts
settings = Réglages
drawer = Problèmes et résultats
drawer-height = Hauteur des problèmes et des résultats
problems = Problèmes
results = Résultats
trace = Trace

## Problèmes

problems-none = Aucun problème trouvé.
severity-error = Erreur
severity-warning = Avertissement
severity-info = Information
explain-check = À propos de ce contrôle

## Quand l’application casse

crash-title = Quelque chose s’est cassé dans Parcours
crash-body = Votre travail est conservé dans ce navigateur jusqu’à la dernière modification précédente. Merci de signaler ce que dit la ligne suivante.
crash-again = Recharger

## Fichiers

file-unreadable = { $file } ne peut pas être lu. { $cause } Rien n’a été modifié.
file-not-saved = { $file } n’a pas pu être enregistré : { $cause }

imported = { $notes }

## Les vignettes en mots

branch-numbered = Branche { $n }
line-no-entry-trigger = Choisissez ce qui démarre ce parcours
line-no-wait-trigger = Choisissez ce qu’il faut attendre
line-no-condition = Définissez la condition
line-no-raised-trigger = Choisissez le déclencheur à activer
line-trigger-when = { $trigger } où { $condition }
line-wait-for = { $what } · jusqu’à { $limit }
line-no-wait-message = Choisissez un message
line-interaction = { $message } · { $interaction }
line-waits =
    { $count ->
        [one] Le premier de { $count } · jusqu’à { $limit }
       *[other] Le premier de { $count } · jusqu’à { $limit }
    }
line-no-content = Choisissez le contenu
line-no-recipient = Choisissez où l’envoyer
line-message = « { $content } » à { $to }
percentage = { $n } %
line-branches =
    { $count ->
        [one] { $count } branche
       *[other] { $count } branches
    }
line-mapped =
    { $count ->
        [one] { $mapped } attribut sur { $total } mappé
       *[other] { $mapped } attributs sur { $total } mappés
    }
line-exit = Termine le parcours
repeat-never = Plus jamais
repeat-at-once = De nouveau aussitôt
repeat-after = De nouveau après { $delay }
source-missing = Choisissez un champ
source-gone = Champ manquant

## Où l’on est

crumb-branch = { $tile } › { $branch }
go-to = Aller à
more = Plus d’outils
history = Historique
history-open = Historique : revenir à n’importe quelle modification
