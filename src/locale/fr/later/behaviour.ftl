### Ce que font les contacts d’après des modèles, et les contacts inventés.

new-model = Nouveau modèle
behaviour-empty = Choisissez un modèle de comportement, ou créez-en un. Un modèle dit ce que font les contacts quand rien n’est enregistré : combien d’entre eux, et après combien de temps.
behaviour-no-triggers = Un modèle active un déclencheur, et il n’y en a pas encore. Créez d’abord un déclencheur.
model-from-start = dès le début
model-after = après { $trigger }
model-after-sending = après chaque envoi

## Un modèle

model-does = Ce qu’ils font
model-since = À chaque
model-start = début de l’exécution
model-sending = envoi du message
model-since-help = Un tirage par occasion.
model-probability = Probabilité
model-percent-of = sur 100 le font
model-delay = Combien de temps après
delay-fixed = Toujours aussi longtemps
delay-uniform = N’importe où entre deux
delay-exponential = À tout moment
delay-log-normal = Autour d’une durée
delay-always = après
delay-least = de
delay-most = à
delay-mean = moyenne
delay-median = médiane
delay-factor = facteur
delay-fixed-about = Tous agissent après le même temps.
delay-uniform-about = Toutes les durées entre les deux sont aussi probables.
delay-exponential-about = La plupart agissent tôt, quelques-uns tard : deux tiers avant la moyenne (exponentielle).
delay-log-normal-about = La moitié agit avant la médiane ; deux tiers entre la médiane divisée et multipliée par le facteur (log-normale).
model-values = Valeurs
model-no-attributes = Ce déclencheur n’a pas d’attributs.
model-of-contact = { $field } du contact

## Répartitions

distribution-fixed = Toujours la même
distribution-list = Une d’une liste
distribution-uniform = Entre deux nombres
distribution-normal = Autour d’une moyenne
distribution-true = Vrai ou faux
distribution-between = Entre deux dates
drawn-value = Valeur
drawn-least = De
drawn-most = À
drawn-decimals = Décimales
drawn-mean = Moyenne
drawn-deviation = Deux tiers à ±
drawn-percent = Vrai, sur 100
drawn-first = De
drawn-last = À
weighted-value = Valeur { $n }
weighted-weight = Poids de la valeur { $n }
add-weighted = Ajouter une valeur

## Contacts inventés

made-up = Contacts inventés
made-up-about = Autant que vous voulez, tirés à nouveau avec chaque graine. Une exécution les prend quand elle est réglée ainsi.
made-up-count = contacts
made-up-empty = vide, sur 100
made-up-open = Ce qu’ils ont
run-models =
    { $count ->
        [0] Modèles de comportement (aucun)
       *[other] Modèles de comportement ({ $n })
    }
run-open-models = Modèles
run-seed = Graine
run-seed-help = Une autre graine tire d’autres hasards ; la même donne la même exécution.
