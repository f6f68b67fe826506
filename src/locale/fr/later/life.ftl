# Publier, mettre en pause, arrêter ; les versions d’un parcours et leurs différences.
life-publish-title = Publier « { $name } » ?
life-publish-fine = Les vérifications n’ont rien trouvé.
life-publish-warnings = { $count ->
    [one] Il y a { $n } avertissement. Vous pouvez publier malgré tout.
   *[other] Il y a { $n } avertissements. Vous pouvez publier malgré tout.
}
life-publish-errors = { $count ->
    [one] { $n } erreur empêche la publication de ce parcours. Corrigez-la d’abord.
   *[other] { $n } erreurs empêchent la publication de ce parcours. Corrigez-les d’abord.
}
life-publish-anyway = Publier malgré tout
life-publish-replaces = À partir de là, la version { $n } n’accepte plus personne. Ceux qui y sont y continuent jusqu’au bout.
life-comment = Ce qui change
life-when = Quand
life-now = Maintenant
life-from = À partir d’une date et d’une heure
life-from-label = Date et heure
life-new-version-title = Une nouvelle version de « { $name } »
life-new-version-action = Créer la version
life-new-version-body = Vous obtenez un brouillon à modifier. Cette version reste en direct jusqu’à ce que vous publiiez la nouvelle ; ensuite elle n’accepte plus personne, et ceux qui y sont y continuent.
life-pause-title = Mettre ce parcours en pause ?
life-pause-entries = Personne n’entre avant la reprise.
life-pause-messages = Ceux qui arrivent à un message y attendent.
life-pause-others = Tous les autres continuent jusqu’au prochain message.
life-pause-timers = Les attentes et les délais continuent : un délai qui expire mène le contact à Non.
life-pause-triggers = Les déclencheurs reçus pendant la pause font la queue ; s’il en vient trop, certains sont perdus.
life-pause-end = Une pause dure 21 jours au plus ; ensuite le parcours s’arrête.
life-pause-run = Dans une exécution ici, un parcours en pause ne réagit pas.
life-complete-title = Laisser ce parcours s’achever ?
life-complete-body = Plus personne n’entre. Ceux qui y sont continuent jusqu’au bout. Il ne pourra plus être publié.
life-inside = { $count ->
    [0] La dernière exécution n’a laissé personne à l’intérieur.
    [one] La dernière exécution a laissé { $n } contact à l’intérieur.
   *[other] La dernière exécution a laissé { $n } contacts à l’intérieur.
}
life-inside-unknown = On ne sait pas combien de contacts y sont : rien n’a encore été exécuté.
life-silences-nothing = Aucun déclencheur ne se tait : ce parcours n’en active aucun qu’il soit seul à activer.
life-silences = Ces déclencheurs ne seront plus activés par aucun parcours en direct :
life-silences-who = { $trigger } : { $who }
life-silences-nobody = { $trigger } : rien de ce qui est en direct ne l’écoute
life-listener = { $name } ({ $role })
versions-title = Versions de « { $name } »
version = Version
version-compare = Comparer à la précédente
versions-compare = Ce qui est différent
versions-old = Ancienne
versions-new = Nouvelle
versions-choose = Choisir un parcours
versions-same = Rien n’est différent.
versions-setting = Réglage
versions-before = Avant
versions-after = Après
versions-nothing = (rien)
version-tile = { $tile } : { $fate }
fate-added = ajoutée
fate-removed = supprimée
fate-moved = déplacée
fate-changed = modifiée
fate-added-count = { $count ->
    [one] { $n } vignette ajoutée
   *[other] { $n } vignettes ajoutées
}
fate-removed-count = { $count ->
    [one] { $n } vignette supprimée
   *[other] { $n } vignettes supprimées
}
fate-moved-count = { $count ->
    [one] { $n } vignette déplacée
   *[other] { $n } vignettes déplacées
}
fate-changed-count = { $count ->
    [one] { $n } vignette modifiée
   *[other] { $n } vignettes modifiées
}
fact-fixed = « { $value } »
setting-name = Nom
setting-description = Description
setting-audience = Audience
setting-time-zone = Fuseau horaire
setting-start = À partir de
setting-end = Jusqu’à
setting-goal = Objectif
setting-goal-condition = Condition de l’objectif
setting-target = Cible de l’objectif
setting-exit = Critère de sortie
setting-trigger = Déclencheur
setting-condition = Condition
setting-repeat = Répétition
setting-segments = Segments
setting-at = Première exécution
setting-every = Tous les
setting-exclusions = N’entre pas
setting-channel = Canal
setting-recipient = Envoyé à
setting-content = Contenu
setting-wait = Attend
setting-limit = Délai
setting-binding = bindingId
setting-note = Note
setting-card = Note, en carte
setting-ground-note = Note posée sur le fond
setting-ground-place = Place d’une note posée sur le fond
setting-order = Ordre des branches
setting-branch = Branche « { $branch } »
setting-branch-condition = Condition de « { $branch } »
setting-waits-for = « { $branch } » attend
setting-share = Pourcentage de « { $branch } »
people-title = Ce qui arrive aux personnes à l’intérieur
people-about = Deux exécutions sur les contacts et les événements choisis pour l’exécution : l’ancienne version jusqu’à ce moment, puis la suite, la nouvelle version prenant les entrées.
people-at = La nouvelle version prend le relais le
people-run = Montrer qui est où
people-failed = Cela ne peut pas être exécuté. Vérifiez la date, les réglages de l’exécution et les problèmes des deux versions.
people-inside = { $count ->
    [0] Personne n’est alors dans l’ancienne version.
    [one] { $n } contact est alors dans l’ancienne version et y continue.
   *[other] { $n } contacts sont alors dans l’ancienne version et y continuent.
}
people-where = Attend à
people-count = Contacts
people-complete = { $count ->
    [one] { $n } d’entre eux termine l’ancienne version.
   *[other] { $n } d’entre eux terminent l’ancienne version.
}
people-leave = { $count ->
    [one] { $n } d’entre eux en sort par un critère de sortie ou à la durée maximale.
   *[other] { $n } d’entre eux en sortent par un critère de sortie ou à la durée maximale.
}
people-stay = { $count ->
    [one] { $n } y est encore à la fin de l’exécution.
   *[other] { $n } y sont encore à la fin de l’exécution.
}
people-enter-new = { $count ->
    [one] { $n } entrée va à la nouvelle version.
   *[other] { $n } entrées vont à la nouvelle version.
}
