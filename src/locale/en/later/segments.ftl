### Segments.

new-segment = New segment
new-segment-name = New segment
segments-empty = Choose a segment, or create one. A segment is a group of contacts: journeys start with it, leave it out, or end for it.
segment-condition = Who belongs to it
segment-condition-about = Looks at the fields of a contact, each time a journey asks.
segment-everybody = Every contact belongs to it.
segment-members = Among the example contacts
segment-members-of = { $n } of { $all } example contacts belong to it now.
segment-members-count =
    { $count ->
        [one] { $n } example contact
       *[other] { $n } example contacts
    }
segment-unused = No journey looks at it.
segment-used-in = Where it is used
segment-role-enters = Enters the journey
segment-role-excluded = Does not enter
delete-segment-title = Delete the segment “{ $name }”?
delete-segment-body =
    { $count ->
        [one] It is used in { $n } place. The journey goes on without it: entries and exclusions lose it, and an exit criterion about it goes. Undo brings all of it back.
       *[other] It is used in { $n } places. The journeys go on without it: entries and exclusions lose it, and exit criteria about it go. Undo brings all of it back.
    }
