### Changing what others use: the question before it, and the places that it touches.

reshape-title-retype = Change the type of “{ $name }” from { $from } to { $to }?
reshape-title-delete = Delete “{ $name }”?
reshape-breaks =
    { $count ->
        [one] 1 place no longer fits. What stands there is kept and is shown as a problem.
       *[other] { $n } places no longer fit ({ $r } records). What stands there is kept and is shown as a problem.
    }
reshape-goes =
    { $count ->
        [one] 1 place has a value that goes with it.
       *[other] { $n } places have values that go with it ({ $r } records).
    }
reshape-mends =
    { $count ->
        [one] 1 place is wrong now and will be right.
       *[other] { $n } places are wrong now and will be right ({ $r } records).
    }
reshape-stays =
    { $count ->
        [one] 1 place stays as it is.
       *[other] { $n } places stay as they are ({ $r } records).
    }
reshape-undo = It is one step: undo brings everything back.
reshape-retype = Change the type
spot-mapping = Mapping of { $attribute }
spot-recipient = Where the message is sent
spot-date = Date of the wait
spot-goal = Condition of the goal
spot-exit = Condition of an exit criterion
spot-branch = Condition of { $branch }
map-all = Map all
map-all-way = How
map-all-by-name = By name and type
map-all-as-in = As in { $journey } › { $tile }
map-all-none = Nothing suggests itself. Map the attributes one by one.
map-all-about = Attributes that are mapped already stay as they are. It is one step: undo takes all of it back.
map-all-do =
    { $count ->
        [one] Map 1 attribute
       *[other] Map { $n } attributes
    }
