# Le nom des modifications : dans le menu Annuler, et quand elles sont annoncées.
# $subject est le nom de ce qui a été modifié, ou l’un des messages edit-subject.
edit-done = { $edit }
edit-undone = Annulé : { $edit }
edit-redone = Rétabli : { $edit }
edit-undo = Annuler : { $edit }
edit-redo = Rétablir : { $edit }

edit-subject-nameless = (sans nom)
edit-subject-attribute-branch = Branche d’attribut
edit-subject-wait-for-trigger = Si/alors
edit-subject-split = Répartition
edit-subject-email = E-mail
edit-subject-text-message = SMS
edit-subject-push = Notification push
edit-subject-wait = Attente
edit-subject-custom-trigger = Déclencheur personnalisé
edit-subject-exit = Sortie

edit-import = Importer { $subject }
edit-rename-workspace = Renommer l’espace de travail en { $subject }
edit-set-environment = Définir l’environnement { $subject }
edit-set-run = Régler l’exécution

edit-add-field = Ajouter le champ de contact { $subject }
edit-set-field = Modifier le champ de contact { $subject }
edit-delete-field = Supprimer le champ de contact { $subject }
edit-add-contact = Ajouter le contact { $subject }
edit-set-contact = Modifier le contact { $subject }
edit-delete-contact = Supprimer le contact { $subject }
edit-add-event = Ajouter un événement { $subject }
edit-add-scenario = Ajouter le test { $subject }
edit-set-scenario = Modifier le test { $subject }
edit-delete-scenario = Supprimer le test { $subject }
edit-set-event = Modifier un événement { $subject }
edit-delete-event = Supprimer un événement { $subject }
edit-add-segment = Ajouter le segment { $subject }
edit-set-segment = Modifier le segment { $subject }
edit-delete-segment = Supprimer le segment { $subject }
edit-add-model = Ajouter un modèle de comportement { $subject }
edit-set-model = Modifier un modèle de comportement { $subject }
edit-delete-model = Supprimer un modèle de comportement { $subject }

edit-add-trigger = Ajouter le déclencheur { $subject }
edit-set-trigger = Modifier le déclencheur { $subject }
edit-make-trigger-draft = Remettre le déclencheur { $subject } en brouillon
edit-make-trigger-ready = Rendre le déclencheur { $subject } prêt à l’emploi
edit-stop-trigger = Arrêter le déclencheur { $subject }
edit-delete-trigger = Supprimer le déclencheur { $subject }
edit-add-attribute = Ajouter l’attribut { $subject }
edit-delete-attribute = Supprimer l’attribut { $subject }

edit-add-flow = Ajouter le flux { $subject }
edit-set-flow = Modifier le flux { $subject }
edit-delete-flow = Supprimer le flux { $subject }
edit-add-step = Ajouter l’étape { $subject }
edit-delete-step = Supprimer l’étape { $subject }

edit-add-journey = Ajouter le parcours { $subject }
edit-duplicate-journey = Dupliquer le parcours { $subject }
edit-delete-journey = Supprimer le parcours { $subject }
edit-rename-journey = Renommer le parcours en { $subject }
edit-describe-journey = Décrire le parcours { $subject }
edit-set-audience = Modifier l’audience de { $subject }
edit-set-time-zone = Modifier le fuseau horaire de { $subject }
edit-set-period = Modifier la période de { $subject }
edit-set-entry = Modifier ce qui démarre { $subject }
edit-set-exclusions = Modifier qui n’entre pas dans { $subject }
edit-set-repeat = Modifier qui peut entrer de nouveau dans { $subject }
edit-add-goal = Fixer un objectif à { $subject }
edit-set-goal = Modifier l’objectif de { $subject }
edit-delete-goal = Supprimer l’objectif de { $subject }
edit-add-exit = Ajouter un critère de sortie à { $subject }
edit-set-exit = Modifier un critère de sortie de { $subject }
edit-delete-exit = Supprimer un critère de sortie de { $subject }
edit-make-draft = Remettre { $subject } en brouillon
edit-schedule = Planifier { $subject }
edit-publish = Publier { $subject }
edit-edit-live = Modifier { $subject } pendant qu’il est actif
edit-pause = Mettre { $subject } en pause
edit-resume = Reprendre { $subject }
edit-complete = Terminer { $subject }
edit-stop = Arrêter { $subject }

edit-insert-tile = Ajouter la vignette { $subject }
edit-delete-tile = Supprimer la vignette { $subject }
edit-duplicate-tile = Dupliquer la vignette { $subject }
edit-move-tile = Déplacer la vignette { $subject }
edit-rename-tile = Renommer la vignette { $subject }
edit-set-wait = Modifier la durée de { $subject }
edit-set-listener = Modifier ce que { $subject } attend
edit-set-limit = Modifier la limite de temps de { $subject }
edit-set-raised = Choisir le déclencheur de { $subject }
edit-map = Mapper { $subject }
edit-unmap = Retirer le mappage de { $subject }
edit-add-branch = Ajouter une branche à { $subject }
edit-rename-branch = Renommer la branche { $subject }
edit-set-condition = Modifier la condition de { $subject }
edit-move-branch = Déplacer la branche { $subject }
edit-delete-branch = Supprimer la branche { $subject }
edit-set-recipient = Modifier le destinataire de { $subject }
edit-set-content = Modifier le contenu de { $subject }
edit-set-share = Modifier le pourcentage de { $subject }
edit-equalize = Égaliser { $subject }

# Pourquoi une commande a été refusée.
refusal-nothing-to-undo = Il n’y a rien à annuler.
refusal-nothing-to-redo = Il n’y a rien à rétablir.
refusal-not-found = Cet élément n’existe plus. Rien n’a été modifié.
refusal-field-in-use = Ce champ de contact est utilisé ; il n’a pas été supprimé. Retirez-le d’abord des conditions et des mappages qui l’utilisent.
refusal-trigger-in-use = Ce déclencheur est utilisé ; il n’a pas été supprimé. Retirez-le d’abord des parcours, des flux, des événements et des modèles de comportement qui l’utilisent.
refusal-attribute-in-use = Cet attribut est utilisé ; il n’a pas été supprimé. Retirez-le d’abord des conditions, des mappages et des flux qui l’utilisent.
refusal-not-a-draft = Seul un brouillon peut être supprimé. Arrêtez plutôt le parcours.
refusal-too-deep = Les branches ne peuvent pas être imbriquées plus profondément. Passez plutôt le relais à un autre parcours avec un déclencheur personnalisé.
refusal-into-itself = Une vignette ne peut pas aller sur ses propres branches. Choisissez une place en dehors.
refusal-last-branch = Cette vignette garde un nombre minimal de branches. Supprimez plutôt toute la vignette.
refusal-wrong-tile = Cette vignette n’a pas ce réglage. Rien n’a été modifié.
refusal-transition = Un parcours dans l’état « { $from } » ne peut pas passer à « { $to } ».

# Le clavier.
key-undo = Annuler
key-redo = Rétablir
key-focus-up = Aller vers le haut
key-focus-down = Aller vers le bas
key-focus-left = Aller à la branche de gauche
key-focus-right = Aller à la branche de droite
key-insert = Ajouter une vignette dessous
key-edit = Modifier la vignette, ou en ajouter une ici
key-cancel = Fermer ou désélectionner
key-duplicate = Dupliquer la vignette
key-delete = Supprimer la vignette
key-zoom-in = Zoom avant
key-zoom-out = Zoom arrière
key-zoom-to-fit = Tout afficher
key-run = Exécuter
key-help = Afficher les raccourcis clavier
