### The field's terms, used inside other sentences and alone.

## Types

type-text = Text
type-number = Number
type-true-false = True/false
type-date-time = Date/time
type-entity-reference = Entity reference ({ $table })

## Operators

operator-is = is
operator-is-not = is not
operator-contains = contains
operator-does-not-contain = does not contain
operator-begins-with = begins with
operator-ends-with = ends with
operator-is-one-of = is one of
operator-equals = =
operator-not-equals = ≠
operator-less = <
operator-less-or-equal = ≤
operator-greater = >
operator-greater-or-equal = ≥
operator-between = between
operator-is-true = is true
operator-is-false = is false
operator-before = before
operator-on-or-before = on or before
operator-on = on
operator-on-or-after = on or after
operator-after = after
operator-in-the-last = in the last
operator-in-the-next = in the next
operator-same-day-and-month = same day and month as
operator-is-empty = is empty
operator-is-not-empty = is not empty

## Units and durations

unit-minutes = minutes
unit-hours = hours
unit-days = days
unit-weeks = weeks
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }

## States

journey-state-draft = Draft
journey-state-scheduled = Scheduled
journey-state-live = Live
journey-state-live-editing = Live, editing
journey-state-paused = Paused
journey-state-completing = Completing
journey-state-completed = Completed
journey-state-stopped = Stopped
trigger-state-draft = Draft
trigger-state-ready = Ready to use
trigger-state-stopped = Stopped

## Audiences

audience-contact = Contact
audience-lead = Lead
audience-profile = Customer profile

## Tiles

tile-entry = Entry
tile-attribute-branch = Attribute branch
tile-wait-for-trigger = If/then
tile-split = Split
tile-wait = Wait
tile-custom-trigger = Custom trigger
tile-email = Email
tile-text-message = Text message
tile-push = Push notification
tile-exit = Exit

## Interactions with a message

interaction-delivered = Delivered
interaction-opened = Opened
interaction-clicked = Clicked

## Sources of values

source-contact = Contact
source-binding = Binding ID
source-journey = Journey
journey-property-name = Name of the journey
journey-property-id = ID of the journey

## Roles of a trigger

role-starts = Starts the journey
role-waits = Waited for
role-ends = Ends the journey
role-goal = Meets the goal
role-raised = Raised
role-flow = Starts the flow

# Words that panes and pages share
behaviour = Behaviour
percent = { $n }%
name = Name
state = State
type = Type
description = Description
audience = Audience
mark-ready = Mark ready to use
attributes = Attributes
attribute-name = Name of the attribute
add-attribute = Add attribute
entity-reference = Entity reference
table = Table
value = Value
column = Column
environment = Environment
tables = Tables
under-a-minute = under a minute
entry-by = What lets contacts in
entry-by-trigger = A trigger
entry-by-segments = A schedule
entry-segments = Segments that enter
entry-segments-about = On the schedule, every contact that belongs to one of these segments enters.
exclusions = Exclusions
segment = Segment
segments = Segments
segment-add = Add a segment
segment-choose = Choose a segment
segment-gone = Missing segment
segment-create = Create segment “{ $name }”
segment-create-help = Type a new name to create a segment.
segment-remove = Remove the segment “{ $name }”
schedule = Schedule
schedule-at = First run
schedule-recurs = How often
schedule-once = Once
schedule-again = Again, every
schedule-by-months = By months, same day
schedule-by-months-last = By months, last day
schedule-how-many-months = How many months
schedule-months-about = In the time zone { $zone }, always at the same time of day. A run leaves out contacts who are still in the journey. A month without that day counts with its last one.
schedule-every = Time from one run to the next
schedule-about = In the time zone { $zone }. A run leaves out contacts who are still in the journey. A day is 24 hours, so the time of day moves where clocks change.
exclusions-about = Contacts that belong to one of these segments do not enter.
exit-by = What ends the journey
exit-by-trigger = A trigger
exit-by-segment = A segment
exit-segment-about = A contact that belongs to it leaves on the next move: on coming to a tile, or on going on from a wait.
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
line-no-entry-segment = Choose who starts this journey
line-schedule-once = { $segments } · on { $at }
line-schedule-every = { $segments } · from { $at }, every { $every }
line-schedule-months = { $segments } · from { $at }, { $months }
schedule-months =
    { $count ->
        [one] every month
       *[other] every { $n } months
    }
schedule-months-last =
    { $count ->
        [one] every month, on the last day
       *[other] every { $n } months, on the last day
    }
line-no-moment = Choose until when to wait
line-no-date = Choose the date to wait for
line-until = Until { $at }
line-before-date = { $offset } before { $date }
line-at-date = Until { $date }
line-after-date = { $offset } after { $date }
tests = Tests
branch-yes = Yes
branch-no = No
branch-other = Other
