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
