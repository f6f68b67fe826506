# Lecture des fichiers, import d’un parcours, exemples.

file-too-large = Le fichier fait { $size } Mo. Parcours lit les fichiers jusqu’à { $most } Mo.
file-place = Ligne { $line }, colonne { $column }
file-not-text = Ligne { $line }, colonne { $column } : ce n’est pas du texte en UTF-8. Enregistrez le fichier en UTF-8, ou choisissez-en un autre.
file-not-json = Ligne { $line }, colonne { $column } : ce n’est pas du JSON ({ $cause }). Le fichier est peut-être tronqué ou modifié à la main ; exportez-le à nouveau.
file-too-deep = Ligne { $line }, colonne { $column } : listes et objets s’imbriquent trop profondément ici. Parcours n’a pas écrit ce fichier.
file-without-format = Ce n’est pas un fichier Parcours : il n’indique pas « format » : « { $expected } ».
file-foreign = Ce n’est pas un fichier Parcours : son format est « { $found } », et non « { $expected } ».
file-other-kind = { $found ->
    [journey] Ce fichier contient un seul parcours. Ouvrez un espace de travail, puis importez-le.
    [tiles] Ce sont des vignettes copiées. Collez-les sur le plan de travail d’un parcours.
   *[other] Ce fichier contient un espace de travail entier. Ouvrez-le comme espace de travail.
}
file-newer = Ce fichier a été écrit par un Parcours plus récent : il est en version { $found }, et celui-ci lit jusqu’à la version { $newest }. Rechargez la page pour obtenir le Parcours le plus récent.

file-unknown-setting = Ligne { $line }, colonne { $column }, à { $path } : il n’y a pas de réglage « { $name } » ici. Vérifiez son orthographe, ou supprimez-le.
file-missing-setting = Ligne { $line }, colonne { $column }, à { $path } : le réglage « { $name } » manque.
file-setting-twice = Ligne { $line }, colonne { $column }, à { $path } : « { $name } » est donné deux fois. Supprimez-en un.
file-no-such-choice = Ligne { $line }, colonne { $column }, à { $path } : « { $found } » n’est pas l’un des choix possibles ici : { $expected }.
file-no-choice = Ligne { $line }, colonne { $column }, à { $path } : « { $found } » n’est pas l’un des choix possibles ici.
file-wrong-kind = Ligne { $line }, colonne { $column }, à { $path } : il faut ici { $expected ->
    [text] un texte
    [number] un nombre
    [whole-number] un nombre entier
    [true-false] true ou false
    [list] une liste
    [text-or-object] un texte ou un objet
   *[object] un objet
}, et non { $found ->
    [text] un texte
    [number] un nombre
    [whole-number] un nombre entier
    [true-false] true ou false
    [list] une liste
    [object] un objet
   *[null] null
}.
file-bad-number = Ligne { $line }, colonne { $column }, à { $path } : { $found } n’est pas un nombre entier de 0 à { $most }.
file-not-an-id = Ligne { $line }, colonne { $column }, à { $path } : « { $found } » n’est pas un identifiant valable ici. Il faut « { $prefix } » suivi d’un nombre, comme { $prefix }7.
file-duplicate-id = Ligne { $line }, colonne { $column }, à { $path } : le numéro de { $id } est déjà pris, par ce qui se trouve à { $first }. Donnez-lui un numéro à lui.
file-id-too-great = Ligne { $line }, colonne { $column }, à { $path } : le numéro de { $id } est trop grand ; au plus { $most }.
file-next-id = Ligne { $line }, colonne { $column }, à { $path } : il faut un nombre supérieur à { $greatest }, le plus grand numéro utilisé, et d’au plus { $most }.
file-not-a-decimal = Ligne { $line }, colonne { $column }, à { $path } : « { $found } » n’est pas un nombre comme 12.5.
file-few-waits = Ligne { $line }, colonne { $column }, à { $path } : il faut deux attentes au moins. Une seule se place dans la vignette elle-même.
file-other = Ligne { $line }, colonne { $column }, à { $path } : { $cause }.

import-journey-added = Parcours « { $name } » ajouté.
import-journey-renamed = Parcours « { $from } » ajouté sous le nom « { $name } », car ce nom était pris.
import-table-added = Table « { $name } » ajoutée.
import-table-renamed = Table « { $from } » ajoutée sous le nom « { $name } ».
import-table-reused = La table « { $name } » était déjà là.
import-table-widened = La table « { $name } » était déjà là ; colonnes ajoutées : { $columns }.
import-field-added = Champ de contact « { $name } » ajouté.
import-field-renamed = Champ de contact « { $from } » ajouté sous le nom « { $name } » : celui d’ici a un autre type.
import-field-reused = Le champ de contact « { $name } » était déjà là.
import-segment-added = Segment « { $name } » ajouté.
import-segment-renamed = Segment « { $from } » ajouté sous le nom « { $name } » : celui d’ici a une autre condition.
import-segment-reused = Le segment « { $name } » était déjà là.
import-trigger-added = Déclencheur « { $name } » ajouté.
import-trigger-renamed = Déclencheur « { $from } » ajouté sous le nom « { $name } », car ce nom était pris.
import-trigger-reused = Le déclencheur « { $name } » était déjà là.
import-trigger-extended = Le déclencheur « { $name } » était déjà là ; attributs ajoutés : { $attributes }.
import-trigger-separate = Déclencheur « { $from } » ajouté sous le nom « { $name } » : celui d’ici a l’attribut « { $attribute } » avec un autre type.
import-flow-added = Flux « { $name } » ajouté.
import-flow-renamed = Flux « { $from } » ajouté sous le nom « { $name } », car ce nom était pris.
import-flow-reused = Le flux « { $name } » était déjà là.

