### Aller à, et la liste de l’historique.

go-to-recent = Visités récemment
go-to-commands = Commandes
go-to-keys = Tapez quelques lettres d’un nom. Les flèches choisissent, Entrée y va.
go-to-page = Page
go-to-journey = Parcours
go-to-trigger = Déclencheur
go-to-flow = Flux
go-to-segment = Segment
go-to-table = Table
go-to-model = Comportement
go-to-test = Test

history-about = Choisissez une entrée pour revenir ou avancer juste après elle.
history-done = Fait
history-undone = Annulé
history-now = Vous êtes ici
history-start = Comme à l’ouverture

minimap-about = Tout le parcours, et la partie que l’on voit. Cliquez ou faites glisser pour en voir une autre.
