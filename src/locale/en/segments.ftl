### Segments, entries by a schedule, and waits until a date.

segment = Segment
segments = Segments
new-segment = New segment
new-segment-name = New segment
segments-empty = Choose a segment, or create one. A segment is a group of contacts: journeys start with it, leave it out, or end for it.
segment-add = Add a segment
segment-choose = Choose a segment
segment-gone = Missing segment
segment-create = Create segment “{ $name }”
segment-create-help = Type a new name to create a segment.
segment-remove = Remove the segment “{ $name }”
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

## Entry

entry-by = What lets contacts in
entry-by-trigger = A trigger
entry-by-segments = A schedule
entry-segments = Segments that enter
entry-segments-about = On the schedule, every contact that belongs to one of these segments enters.
schedule = Schedule
schedule-at = First run
schedule-recurs = How often
schedule-once = Once
schedule-again = Again, every
schedule-every = Time from one run to the next
schedule-about = In the time zone { $zone }. A run leaves out contacts who are still in the journey. A day is 24 hours, so the time of day moves where clocks change.
exclusions = Exclusions
exclusions-about = Contacts that belong to one of these segments do not enter.

## Exit criteria

exit-by = What ends the journey
exit-by-trigger = A trigger
exit-by-segment = A segment
exit-segment-about = A contact that belongs to it leaves on the next move: on coming to a tile, or on going on from a wait.

## Wait

wait-way = What to wait for
wait-way-duration = For a time
wait-way-moment = Until a date
wait-way-around = Around a date
wait-until = Until
wait-until-about = In the time zone { $zone }. A contact that comes later goes on at once.
wait-date = Date of the contact or of a trigger
wait-side = When
wait-side-before = Before the date
wait-side-at = At the date
wait-side-after = After the date
wait-offset = How long before or after
wait-around-about = A contact goes on at once when that time has come already, and when it has no date.

## Lines on tiles

line-no-entry-segment = Choose who starts this journey
line-schedule-once = { $segments } · on { $at }
line-schedule-every = { $segments } · from { $at }, every { $every }
line-no-moment = Choose until when to wait
line-no-date = Choose the date to wait for
line-until = Until { $at }
line-before-date = { $offset } before { $date }
line-at-date = Until { $date }
line-after-date = { $offset } after { $date }
