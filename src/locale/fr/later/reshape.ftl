### Modifier ce que d’autres utilisent : la question préalable et les endroits concernés.

reshape-title-retype = Changer le type de « { $name } » de { $from } à { $to } ?
reshape-title-delete = Supprimer « { $name } » ?
reshape-breaks =
    { $count ->
        [one] { $n } endroit ne convient plus. Ce qui s’y trouve est conservé et signalé comme problème.
       *[other] { $n } endroits ne conviennent plus ({ $r } éléments). Ce qui s’y trouve est conservé et signalé comme problème.
    }
reshape-goes =
    { $count ->
        [one] { $n } endroit a une valeur qui disparaît avec lui.
       *[other] { $n } endroits ont des valeurs qui disparaissent avec lui ({ $r } éléments).
    }
reshape-mends =
    { $count ->
        [one] { $n } endroit est incorrect et sera correct.
       *[other] { $n } endroits sont incorrects et seront corrects ({ $r } éléments).
    }
reshape-stays =
    { $count ->
        [one] { $n } endroit reste tel quel.
       *[other] { $n } endroits restent tels quels ({ $r } éléments).
    }
reshape-undo = C’est une seule étape : annuler rétablit tout.
reshape-retype = Changer le type
spot-mapping = Mappage de { $attribute }
spot-recipient = Destination du message
spot-date = Date de l’attente
spot-goal = Condition de l’objectif
spot-exit = Condition d’un critère de sortie
spot-branch = Condition de { $branch }
map-all = Tout mapper
map-all-way = Comment
map-all-by-name = Par nom et par type
map-all-as-in = Comme dans { $journey } › { $tile }
map-all-none = Rien ne s’impose. Mappez les attributs un par un.
map-all-about = Les attributs déjà mappés restent tels quels. C’est une seule étape : annuler la reprend en entier.
map-all-do =
    { $count ->
        [one] Mapper { $n } attribut
       *[other] Mapper { $n } attributs
    }
