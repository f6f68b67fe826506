### Ce que dit le vérificateur, une phrase simple à chaque fois, et ses boutons.

## Noms

problem-empty-journey-name = Ce parcours n’a pas de nom. Donnez-lui-en un.
problem-long-journey-name = Le nom compte { $length } caractères. Il peut en avoir { $most } au plus.
problem-duplicate-journey-name = { $count } parcours s’appellent « { $name } ». Renommez celui-ci ou les autres.
problem-empty-trigger-name = Ce déclencheur n’a pas de nom. Donnez-lui-en un.
problem-duplicate-trigger-name = { $count } déclencheurs s’appellent « { $name } ». Renommez celui-ci ou les autres.
problem-duplicate-unique-name = { $count } déclencheurs ont le nom unique { $name }. Le code et les flux ne peuvent pas les distinguer. Recréez l’un d’eux.
problem-empty-attribute-name = Cet attribut n’a pas de nom. Donnez-lui-en un.
problem-duplicate-attribute-name = { $count } attributs de ce déclencheur s’appellent « { $name } ». Renommez celui-ci ou les autres.
problem-empty-field-name = Ce champ du contact n’a pas de nom. Donnez-lui-en un.
problem-duplicate-field-name = { $count } champs du contact s’appellent « { $name } ». Renommez celui-ci ou les autres.
problem-empty-segment-name = Ce segment n’a pas de nom. Donnez-lui-en un.
problem-duplicate-segment-name = { $count } segments s’appellent « { $name } ». Renommez celui-ci ou les autres.
problem-empty-table-name = Cette table n’a pas de nom. Donnez-lui-en un.
problem-duplicate-table-name = { $count } tables s’appellent « { $name } ». Renommez celle-ci ou les autres.
problem-empty-column-name = Cette colonne n’a pas de nom. Donnez-lui-en un.
problem-duplicate-column-name = { $count } colonnes de cette table s’appellent « { $name } ». Renommez celle-ci ou les autres.
problem-empty-row-key = Cette ligne n’a pas de clé, donc rien ne peut la désigner. Donnez-lui-en une.
problem-duplicate-row-key = Une ligne précédente a aussi la clé « { $key } », et c’est elle qui compte. Changez l’une des deux.
problem-empty-flow-name = Ce flux n’a pas de nom. Donnez-lui-en un.
problem-empty-scenario-name = Ce test n’a pas de nom. Donnez-lui-en un.
problem-duplicate-scenario-name = { $count } tests s’appellent « { $name } ». Renommez celui-ci ou les autres.
problem-unknown-test-journey = Le parcours { $id }, qui doit réagir dans ce test, n’existe plus. Retirez-le.
problem-nothing-expected = Ce test n’attend rien, il réussit donc toujours. Dites ce qui doit se passer.
problem-expectation-gone = Cette attente porte sur { $id }, qui n’existe plus. Supprimez-la ou choisissez autre chose.
problem-invalid-expected-value = « { $value } » n’est pas une valeur de type { $type }, comme l’exige l’attribut « { $attribute } ».
problem-empty-contact-name = Ce contact n’a pas de nom. Donnez-lui-en un.
problem-duplicate-contact-name = { $count } contacts s’appellent « { $name } ». Renommez celui-ci ou les autres.
problem-empty-branch-name = Cette branche n’a pas de nom. Nommez-la pour la distinguer des autres.
problem-duplicate-branch-name = { $count } branches de cette vignette s’appellent « { $name } ». Renommez celle-ci ou les autres.
problem-untrimmed-name = Le nom « { $name } » commence ou se termine par une espace.

## Déclencheurs

problem-too-many-attributes = Ce déclencheur a { $count } attributs. Il peut en avoir { $most } au plus.
problem-no-entry-trigger = Rien ne démarre ce parcours. Choisissez son déclencheur d’entrée.
problem-no-wait-trigger = Choisissez le déclencheur que cette vignette attend.
problem-no-raised-trigger = Choisissez le déclencheur personnalisé que cette vignette active.
problem-no-wait-message = Choisissez le message dont cette vignette attend l’interaction.
problem-unknown-message = Le message { $id } n’existe pas ici. Choisissez-en un autre.
problem-message-on-some-ways = Seuls certains chemins vers cette vignette envoient « { $message } ». Sur les autres, rien ne peut venir et le délai passe. Déplacez cette vignette là où le message est envoyé.
problem-message-not-sent = Aucun chemin vers cette vignette n’envoie « { $message } ». Choisissez un message envoyé avant.
problem-non-existing-message = Ce message n’a pas de contenu. Indiquez lequel il envoie.
problem-no-recipient = Choisissez où ce message est envoyé : un champ avec l’adresse ou le numéro.
problem-recipient-not-text = « { $source } » est de type { $source-type }. Un message est envoyé à un texte : une adresse ou un numéro.
problem-recipient-not-address = « { $source } » n’est pas une adresse du contact. Choisissez un champ avec l’adresse ou le numéro.
problem-recipient-may-be-empty = « { $source } » peut être vide. Un tel contact ne reçoit pas ce message. Choisissez une source toujours renseignée, ou rendez le champ de contact obligatoire.
problem-no-goal-trigger = Choisissez le déclencheur qui atteint l’objectif.
problem-no-exit-trigger = Choisissez le déclencheur de ce critère de sortie.
problem-no-flow-trigger = Choisissez le déclencheur qui démarre ce flux.
problem-no-entry-segment = Aucun segment n’entre dans ce parcours. Choisissez-en un.
problem-too-many-segments = { $count } segments entrent dans ce parcours ; { $most } au plus sont permis.
problem-no-exit-segment = Choisissez le segment de ce critère de sortie.
problem-non-existing-segment = Le segment { $id } n’existe pas dans cet espace de travail. Choisissez-en un autre.
problem-broken-segment = La condition du segment « { $segment } » n’est pas terminée ou ne convient pas. Ouvrez le segment et corrigez-la.
problem-not-a-contact-field = Un segment ne peut porter que sur des champs du contact et sur ce qu’ils désignent. Choisissez un champ du contact.
problem-everybody-excluded = Chaque segment qui entre est aussi exclu : personne n’entre. Retirez une exclusion.
problem-no-schedule-time = Le calendrier n’a pas de date. Choisissez sa première exécution.
problem-invalid-schedule-time = « { $value } » n’est ni une date ni une heure. Écrivez la première exécution sous la forme 2026-03-29 ou 2026-03-29T14:30.
problem-schedule-outside-period = Le calendrier s’exécute hors de la période du parcours : personne n’entre. Changez la première exécution ou la période.
problem-schedule-too-often = Un calendrier s’exécute une fois par heure au plus. Choisissez un temps plus long d’une exécution à la suivante.
problem-non-existing-event = Le déclencheur { $id } n’existe pas dans cet espace de travail. Choisissez-en un autre.
problem-event-not-in-live-state =
    { $state ->
        [stopped] Le déclencheur « { $trigger } » est définitivement arrêté. Choisissez-en un autre.
       *[draft] Le déclencheur « { $trigger } » est encore un brouillon. Marquez-le comme prêt à l’emploi.
    }
problem-event-target-entity-mismatch = Le déclencheur « { $trigger } » concerne un autre public ({ $audience }) que ce parcours ({ $expected }). Choisissez un autre déclencheur ou changez le public du parcours.

## Mappages et sources

problem-unmapped-attribute = L’attribut « { $attribute } » n’a pas de valeur. Mappez-le à une valeur fixe ou à un attribut.
problem-stale-mapping = Le déclencheur « { $trigger } » n’a pas d’attribut { $id }. Supprimez ce mappage.
problem-wrong-type = « { $source } » est de type { $source-type }, mais l’attribut « { $attribute } » est de type { $attribute-type }. Choisissez une source de type { $attribute-type }.
problem-empty-fixed-value = La valeur fixe de « { $attribute } » est vide : le déclencheur ne serait jamais activé. Saisissez une valeur.
problem-invalid-fixed-value = « { $value } » n’est pas une valeur de type { $attribute-type }, comme l’exige l’attribut « { $attribute } ».
problem-unknown-field = Le champ du contact { $id } n’existe pas dans cet espace de travail. Choisissez-en un autre.
problem-unknown-table = L’espace de travail n’a pas de table { $id }. Choisissez-en une autre.
problem-unknown-column = La table n’a pas de colonne { $id }. Choisissez-en une autre.
problem-path-without-reference = Ce chemin continue vers la colonne { $id } depuis quelque chose qui n’est pas une référence d’entité. Choisissez une autre source.
problem-invalid-event-data-source-output-path = Le déclencheur n’a pas d’attribut { $id }. Choisissez-en un autre.
problem-unknown-receiver = Cette valeur vient de la vignette { $id }, où aucun déclencheur n’est reçu. Choisissez une autre source.
problem-no-incoming-trigger = Cette valeur vient d’un déclencheur qui n’est pas choisi ici. Choisissez le déclencheur ou une autre source.
problem-received-on-some-ways = « { $source } » vient du déclencheur « { $trigger } », que seuls certains chemins menant ici ont reçu. Choisissez une source présente sur tous les chemins, ou déplacez cette vignette là où le déclencheur a été reçu.
problem-empty-on-the-way = « { $source } » est vide sur le chemin { $branch } de « { $tile } » : « { $trigger } » n’y a pas été reçu. Choisissez une source présente sur tous les chemins, ou déplacez cette vignette là où le déclencheur a été reçu.
problem-not-received = « { $source } » vient du déclencheur « { $trigger } », qu’aucun chemin menant ici n’a reçu. Choisissez une autre source.
problem-may-be-empty = « { $source } » peut être vide. Pour un tel contact, l’attribut « { $attribute } » n’a pas de valeur et le déclencheur n’est pas activé. Choisissez une source toujours renseignée, ou rendez le champ de contact obligatoire.

## Conditions

problem-empty-branch-condition = Cette branche n’a pas de condition : tous les contacts la prennent. Ajoutez une ligne.
problem-empty-group = Ce groupe n’a pas de lignes. Ajoutez une ligne ou supprimez le groupe.
problem-unfinished-row = Cette ligne n’est pas terminée. Choisissez ce qu’il faut comparer et avec quelle valeur.
problem-unfit-operator = « { $operator } » ne compare pas des valeurs de type { $type }. Choisissez un autre opérateur.
problem-invalid-operand = « { $value } » n’est pas une valeur de type { $type }.
problem-invalid-period = Saisissez un nombre entier supérieur à 0 et choisissez minutes, heures, jours ou semaines.
problem-empty-range = Rien ne peut se situer entre ces valeurs. Mettez la plus petite ou la plus ancienne en premier.
problem-impossible-condition = Cette condition ne peut jamais être remplie : ses lignes demandent des choses contradictoires à « { $source } ».
problem-shadowed-branch = Aucun contact ne prend la branche « { $branch } » : qui remplit sa condition est déjà pris par « { $by } ».
problem-dead-branch = Aucun contact ne prend la branche « { $branch } » : ce que « { $tile } » laisse passer avant cette vignette ne remplit jamais sa condition.
problem-dead-other = Aucun contact n’arrive ici : une des branches précédentes est toujours vraie.

## Limites et dates

problem-wait-too-long = Une vignette peut attendre { $days } jours au plus.
problem-limit-too-long = Le délai maximal est de { $days } jours.
problem-zero-wait = Cette vignette n’attend pas du tout. Définissez une durée ou supprimez la vignette.
problem-no-wait-moment = Choisissez la date jusqu’à laquelle cette vignette attend.
problem-invalid-wait-moment = « { $value } » n’est ni une date ni une heure. Écrivez-la sous la forme 2026-03-29 ou 2026-03-29T14:30.
problem-no-wait-date = Choisissez la date autour de laquelle cette vignette attend.
problem-not-a-date = « { $source } » est de type { $source-type }. Une vignette ne peut attendre qu’autour d’une Date/heure.
problem-wait-date-may-be-empty = « { $source } » peut être vide. Un contact sans cette date n’attend pas ici. Rendez le champ obligatoire ou choisissez une autre date.
problem-wait-until-time-in-past = « { $value } » est passé avant qu’un contact puisse arriver ici : personne n’attend. Choisissez une date plus tardive.
problem-wait-until-too-far = Un contact qui entre au plus tôt attendrait ici plus de { $days } jours. Choisissez une date plus proche.
problem-zero-limit = Le délai est de 0 : les contacts prennent aussitôt la branche Non. Définissez un délai plus long.
problem-journey-too-long = Le plus long chemin de ce parcours dure plus de { $days } jours. Les contacts qui s’y trouvent encore en sont alors retirés.
problem-no-branches = Cette vignette n’a pas de branche en dehors d’Autre. Ajoutez-en une ou supprimez la vignette.
problem-few-shares = Une répartition a besoin de deux branches au moins. Ajoutez-en une ou supprimez la vignette.
problem-shares-do-not-add-up = Les pourcentages font { $total } % et non 100 %. Modifiez-les ou choisissez Égaliser.
problem-negative-share = Un pourcentage ne peut pas être inférieur à 0.
problem-empty-share = Aucun contact ne prend cette branche : son pourcentage est 0.
problem-too-many-branches = Cette vignette a { $count } branches. Elle peut en avoir { $most } au plus, sans compter Autre.
problem-too-deep = Les vignettes à branches peuvent être imbriquées sur { $most } niveaux au plus. Placez celle-ci plus haut ou dans un autre parcours.
problem-unreachable-tiles =
    { $count ->
        [one] Aucun contact ne peut atteindre cette vignette : tous les chemins se terminent avant. Supprimez-la ou déplacez-la.
       *[other] Aucun contact ne peut atteindre cette vignette et les suivantes ({ $count } en tout) : tous les chemins se terminent avant. Supprimez-les ou déplacez-les.
    }
problem-invalid-time-zone-name = Le fuseau horaire « { $zone } » n’existe pas. Choisissez-en un dans la liste, par exemple Europe/Paris.
problem-invalid-start-time = « { $value } » n’est ni une date ni une heure. Écrivez le début sous la forme 2026-03-29 ou 2026-03-29T14:30.
problem-invalid-end-time = « { $value } » n’est ni une date ni une heure. Écrivez la fin sous la forme 2026-03-29 ou 2026-03-29T14:30.
problem-invalid-time-range = La fin ({ $end }) n’est pas postérieure au début ({ $start }).
problem-zero-repeat-delay = Le délai avant qu’un contact puisse entrer à nouveau est de 0. Définissez un délai ou choisissez « aussitôt ».
problem-invalid-goal-target = La cible de l’objectif doit être supérieure à 0 et, s’il s’agit d’une part, ne pas dépasser 100 pour cent.
problem-goal-never-met = Aucun contact n’attend dans ce parcours : « { $trigger } » ne peut jamais atteindre l’objectif. Ajoutez une attente ou supprimez l’objectif.
problem-exit-never-happens = Aucun contact n’attend dans ce parcours : « { $trigger } » ne peut jamais y mettre fin. Ajoutez une attente ou supprimez le critère de sortie.

## Liens et flux

problem-nothing-listens = Aucun parcours ni aucun flux n’écoute « { $trigger } » : l’activer est sans effet.
problem-only-from-outside = Aucune vignette n’active « { $trigger } » : ce parcours ne démarre que s’il vient de l’extérieur.
problem-trigger-loop = Des parcours se démarrent en boucle : { $circle }. Un contact peut tourner sans fin.
problem-flow-in-other-environment = Ce flux est dans l’environnement « { $environment } », l’espace de travail dans « { $expected } » : il ne s’exécute jamais. Déplacez-le.
problem-flow-off = Ce flux est désactivé : il ne s’exécute pas.
problem-no-catalog-name = Le catalogue ou la catégorie des déclencheurs personnalisés n’a pas de nom unique : les flux exportés ne trouvent pas leur déclencheur. Saisissez les deux dans les paramètres.
problem-no-flow-steps = Ce flux n’a pas d’étapes : il ne fait rien. Ajoutez-en une.
problem-no-variable-name = Cette variable n’a pas de nom. Donnez-lui-en un.
problem-duplicate-variable-name = { $count } variables de ce flux s’appellent « { $name } ». Renommez celle-ci ou les autres.
problem-nested-variable = La variable « { $name } » est initialisée sur une branche d’une condition, ce que Power Automate n’admet pas. Placez-la avant la condition.
problem-unknown-variable = La variable « { $name } » n’est pas initialisée avant cette étape sur tous les chemins. Choisissez une autre valeur ou déplacez l’étape.
problem-wrong-type-in-flow = « { $source } » est de type { $source-type }, mais « { $name } » est de type { $type }. Choisissez une valeur de type { $type }.
problem-invalid-flow-value = « { $value } » n’est pas une valeur de type { $type }, qu’il faut pour « { $name } ».
problem-mixed-flow-value = « { $name } » est de type { $type } et ne peut pas être fait de plusieurs parties. Choisissez une seule valeur.
problem-no-record-table = Saisissez la table dans laquelle cette étape crée un enregistrement.
problem-no-record-column = Saisissez la colonne à laquelle cette valeur est destinée.
problem-no-teams-channel = Saisissez l’équipe et le canal où ce message est publié.
problem-empty-teams-message = Ce message Teams est vide. Écrivez quelque chose.
problem-no-request-address = Saisissez l’adresse (URI) à laquelle cette demande est envoyée.
problem-invalid-request-address = « { $value } » n’est pas une adresse web. Une adresse commence par https:// ou http://.
problem-no-header-name = Saisissez le nom de cet en-tête.
problem-empty-flow-condition = Cette condition n’a pas de lignes : la réponse est toujours Oui. Ajoutez une ligne.
problem-conditions-too-deep = Des conditions sont imbriquées ici sur plus de { $most } niveaux. Séparez-en quelques-unes.

## Exemples

problem-invalid-contact-value = « { $value } » n’est pas une valeur de type { $type }, comme l’exige le champ « { $field } ».
problem-invalid-row-value = « { $value } » n’est pas une valeur de type { $type }, que demande la colonne « { $column } ».
problem-unknown-row = La table « { $table } » n’a pas de ligne « { $key } » : tout ce qui est lu à travers elle manque. Ajoutez la ligne ou choisissez-en une autre.
problem-missing-required-value = Le champ « { $field } » est obligatoire, mais ce contact n’y a pas de valeur. Saisissez-en une.
problem-unknown-contact = Cet événement concerne le contact { $id }, qui n’existe pas dans cet espace de travail. Supprimez l’événement ou choisissez un autre contact.
problem-invalid-event-time = « { $value } » n’est ni une date ni une heure. Écrivez-la sous la forme 2026-03-29 ou 2026-03-29T14:30.
problem-invalid-event-value = « { $value } » n’est pas une valeur de type { $type }, comme l’exige l’attribut « { $attribute } ».

## Comportement

problem-invalid-probability = « { $value } » n’est pas un pourcentage de 0 à 100.
problem-never-happens = À 0 pour cent, cela n’arrive jamais. Augmentez la probabilité ou supprimez le modèle.
problem-invalid-delay = Le délai le plus long ne peut être plus court que le plus court, et un facteur va de 1 à { $most }.
problem-unfit-distribution = Cette répartition ne donne pas de valeurs de type { $type }. Choisissez-en une autre.
problem-invalid-drawn-value = « { $value } » n’est pas une valeur de type { $type }.
problem-no-weight = Rien dans cette liste n’a de poids supérieur à 0 ; rien ne peut être tiré. Augmentez un poids.
problem-empty-distribution = Il n’y a rien entre ces bornes. Mettez d’abord la plus petite ou la plus ancienne, ou admettez plus de décimales.
problem-drawn-too-large = Les nombres tirés vont jusqu’à { $most }, au-dessus et au-dessous de 0.
problem-drawn-too-fine = Un nombre a au plus { $most } décimales.
problem-negative-deviation = L’écart type ne peut être inférieur à 0.
problem-no-run-start = Des modèles agissent dès le début de l’exécution, mais elle n’en a pas. Fixez un début à sa période.
problem-no-model = Rien n’active « { $trigger } » dans cette exécution : rien n’est enregistré, aucune vignette ne l’active, et aucun modèle de comportement non plus.
problem-invalid-contact-count = Inventez au moins 1 contact, et au plus { $most }.
problem-empty-required-field = Le champ « { $field } » est obligatoire, mais des contacts inventés peuvent ne pas en avoir. Dites ce qu’ils ont.

## Corrections

fix-mark-ready = Marquer comme prêt à l’emploi
fix-remove-mapping = Supprimer le mappage
fix-shorten-wait = Définir à 90 jours
fix-delete-unreachable = Supprimer les vignettes inatteignables
fix-fallback-branch = Créer une branche, avec une valeur fixe s’il est vide
fix-require-field = Rendre le champ obligatoire
fix-move-flow = Déplacer dans cet environnement
fix-turn-flow-on = Activer
fix-move-step-up = La placer avant la condition
fix-retype-variable = Donner ce type à la variable
fix-drop-expectation = Supprimer l’attente
fix-forget-journey = Retirer le parcours
fix-trim-name = Supprimer les espaces
