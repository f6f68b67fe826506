### Lecture des contacts et des événements depuis des fichiers CSV.

csv-no-header = Le fichier est vide. Sa première ligne doit donner les noms des colonnes.
csv-header-not-utf8 = La première ligne n’est pas du texte UTF-8. Enregistrez le fichier au format « CSV UTF-8 ».
csv-no-column = Il n’y a pas de colonne « { $column } ». Ajoutez-la, ou vérifiez son nom dans la première ligne.
csv-one-column = La première ligne n’a qu’une colonne, « { $column } ». Séparez les colonnes par une virgule, un point-virgule ou une tabulation.
csv-same-column = Les colonnes « { $column } » et « { $other } » désignent la même chose. Gardez-en une.
csv-io = Le fichier n’a pas pu être lu jusqu’au bout : { $detail }

csv-row-columns = { $found } colonnes au lieu des { $wanted } de la première ligne
csv-row-not-utf8 = ce n’est pas du texte UTF-8
csv-row-empty = il faut une valeur ici
csv-row-duplicate-contact = une ligne précédente porte déjà l’identifiant de contact « { $text } »
csv-row-unknown-trigger = il n’y a pas de déclencheur « { $text } »
csv-row-unknown-message = il n’y a pas de message « { $text } »
csv-row-several-messages = plusieurs messages s’appellent « { $text } » : écrivez plutôt l’identifiant de la vignette
csv-row-unknown-interaction = « { $text } » n’est ni delivered, ni opened, ni clicked
csv-row-number = « { $text } » n’est pas un nombre comme 49.99
csv-row-true-false = « { $text } » n’est ni true ni false
csv-row-date = « { $text } » n’est pas une date comme 2026-03-29 ou 2026-03-29T14:30

## CloudEvents

cloud-not-an-object = un objet est attendu ici
cloud-no-text = un texte doit se trouver ici
cloud-version = la version { $text } n’est pas lue ; écrivez 1.0
cloud-trigger = aucun déclencheur n’a le nom unique « { $text } »
cloud-time = « { $text } » n’est pas une heure comme 2026-03-29T14:30:00Z
cloud-attribute = le déclencheur n’a pas d’attribut de ce nom
cloud-value = « { $text } » n’est pas une valeur du type de cet attribut
cloud-not-json = Le fichier n’est pas du JSON : ligne { $line }, colonne { $column }.
cloud-not-a-batch = Le fichier n’est ni une liste de CloudEvents ni un seul.
cloud-import = Importer des CloudEvents
cloud-imported =
    { $taken ->
        [0] Aucun événement n’a été ajouté.
        [one] Un événement a été ajouté.
       *[other] { $n } événements ont été ajoutés.
    }
cloud-unknown = De contacts qui ne sont pas ici : { $n }.
cloud-raised = Activés par des vignettes, qui les activent de nouveau : { $n }.
cloud-left-out = Laissés de côté parce qu’ils ne conviennent pas : { $n }.
cloud-at = { $path } : { $cause }
cloud-export = CloudEvents
cloud-too-many = Tant de contacts sont trop pour la page. Employez parcours simulate --cloud-events.
