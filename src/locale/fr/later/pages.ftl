### Les pages des parcours, déclencheurs, flux et réglages.

actions = Actions
actions-of = Actions pour { $name }
delete-named = Supprimer { $name }
duplicate = Dupliquer
export = Exporter

## Parcours

new-journey = Nouveau parcours
new-journey-name = Nouveau parcours
journeys-empty = Aucun parcours pour l’instant. Créez-en un, puis choisissez le déclencheur qui le démarre.
starts-with = Démarre avec
raises = Active
tiles = Vignettes
entered = Entrées à la dernière exécution
delete-journey-title = Supprimer le parcours « { $name } » ?
delete-journey-body = Ses vignettes partent avec lui. Annuler le ramène.

## Déclencheurs

new-trigger = Nouveau déclencheur
new-trigger-help = Le nom que lui donnent le code et les flux : { $name } Il ne change jamais.
create = Créer
use-count =
    { $count ->
        [0] inutilisé
        [one] { $count } utilisation
       *[other] { $count } utilisations
    }
unique-name = Nom unique
unique-name-help = Le nom que lui donnent le code et les flux. Il ne change jamais.
attribute-count = { $count } sur { $most } au plus
new-attribute-name = Nouvel attribut

## Flux

new-flow = Nouveau flux
new-flow-name = Nouveau flux
flows-empty = Choisissez un flux, ou créez-en un. Un flux s’exécute hors des parcours chaque fois que son déclencheur est activé.
flow-on = Activé
flow-off = Désactivé
flow-is-on = Activé
flow-starts = Lorsqu’une action est effectuée
flow-catalog = Catalogue
flow-category = Catégorie
flow-category-custom = Personnalisé
flow-table = Nom de la table
flow-table-none = (aucun)
flow-action = Nom de l’action
flow-action-choose = Choisissez le déclencheur
flow-environment-help = Un flux ne réagit que dans l’environnement de l’espace de travail.
flow-steps = Étapes
flow-built-in = Avec chaque déclencheur
add-column = Ajouter une colonne
add-header = Ajouter un en-tête
flow-names-about = Les flux exportés emploient les noms uniques du catalogue et de la catégorie ; ils se trouvent dans les
export-flow = Exporter
export-flow-about = Enregistrer le flux comme définition de workflow pour Power Automate
flow-not-finished = Une condition de ce flux n’est pas terminée : le flux n’a pas été exporté. Terminez d’abord ses lignes.
flow-without-trigger = Aucun déclencheur ne démarre ce flux : il n’a pas été exporté. Choisissez-en un d’abord.
flow-variables = Variables
flow-field = Champ
flow-insert = Insérer un champ
flow-insert-into = Insérer un champ dans { $name }
flow-take-out = Retirer { $name } du texte
flow-list = Valeurs séparées par des virgules
step-name = Nom de l’étape
step-up = Monter { $name }
step-down = Descendre { $name }
duplicate-named = Dupliquer { $name }
step-message = Publier un message Teams
step-request = Envoyer une demande HTTP
step-condition = Condition
variable-type = Type
record-table-help = Son nom logique, comme phonecall ou task.
value-of-named = Valeur de { $name }
teams-team = Équipe
teams-channel = Canal
teams-message = Message
request-method = Méthode
request-address = URI
request-header = En-tête
request-body = Corps
step-variable = Initialiser une variable
step-record = Créer un enregistrement
new-variable-name = ID contact
variable-name = Nom de la variable

## Réglages

workspace-name = Nom de l’espace de travail
environment-help = L’environnement que représente cet espace de travail. Les flux d’autres environnements ne réagissent pas.
environment-url = Adresse de l’environnement
catalog-unique-name = Nom unique du catalogue des déclencheurs personnalisés
catalog-help = Power Automate affiche le catalogue sous le nom Cxp et la catégorie sous le nom Personnalisé. Les flux exportés ont besoin de leurs noms uniques, que seul l’environnement connaît.
category-unique-name = Nom unique de leur catégorie

## Contacts

contact-fields = Champs du contact
contact-fields-about = Ce que chaque contact possède. Un fichier CSV de contacts a une colonne pour chacun.
add-field = Ajouter un champ
new-field-name = Nouveau champ
field-name = Nom du champ
required = Toujours renseigné
example-contacts = Contacts d’exemple
example-contacts-about = Conservés dans l’espace de travail, pour essayer les parcours sur quelques personnes que l’on suit des yeux.
add-contact = Ajouter un contact
new-contact-name = Client { $n }
contact-name = Nom du contact
value-of = { $field } de { $contact }
no-value = Sans valeur
date-time-example = 2026-01-31T09:00
example-events = Ce qu’ils font
example-events-about = Des déclencheurs venus de l’extérieur, comme un achat en boutique. Les heures sont en UTC sauf indication contraire.
add-event = Ajouter un événement
event = cet événement
event-contact = Contact
event-trigger = Déclencheur ou interaction
event-at = Quand
event-value = Valeur de { $attribute }

# Tables
new-table = Nouvelle table
new-table-name = Nouvelle table
table-used-about = Les champs de contact, les attributs et les colonnes qui désignent cette table.
tables-empty = Choisissez une table, ou créez-en une. Les références d’entité désignent ses lignes, et les parcours lisent ses colonnes à travers elles.
table-size = Colonnes : { $columns } · Lignes : { $rows }
columns = Colonnes
columns-about = Ce que chaque ligne contient. Une colonne du type Référence d’entité mène à une autre table.
add-table-column = Ajouter une colonne
new-column-name = Nouvelle colonne
column-name = Nom de la colonne
table-rows = Lignes
table-rows-about = Une référence d’entité contient la clé d’une ligne.
add-table-row = Ajouter une ligne
row-key = Clé
import-rows = Importer un CSV…
export-rows = Exporter en CSV
rows-shown = Lignes { $first } à { $last } sur { $all }
rows-before = Lignes précédentes
rows-after = Lignes suivantes
rows-none = Aucune ligne. Ajoutez-en une, ou prenez-les dans un fichier CSV : une colonne « key », et une pour chaque colonne ci-dessus, à son nom.
rows-imported =
    { $count ->
        [one] 1 ligne de { $file } a été lue ; elle remplace les précédentes.
       *[other] { $n } lignes de { $file } ont été lues ; elles remplacent les précédentes.
    }
rows-close = Fermer
