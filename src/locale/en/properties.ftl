### The properties pane and its editors.

properties = Properties
kind-journey = Journey
kind-entry = What starts the journey
condition = Condition

## Head

tile-duplicate = Duplicate this tile
tile-delete = Delete this tile
tile-delete-title = Delete “{ $name }” with its branches?
tile-delete-body =
    { $count ->
        [one] { $n } tile on its branches goes with it. Undo brings it back.
       *[other] { $n } tiles on its branches go with it. Undo brings them back.
    }
journey-duplicate = Duplicate this journey
journey-delete = Delete this journey
journey-delete-draft-only = Only drafts can be deleted
journey-delete-title = Delete the journey “{ $name }”?
journey-delete-body = Its tiles and settings go with it. Undo brings them back.

## Journey

journey-section = Journey
period = When contacts may enter
time-zone = Time zone
time-zone-choose = Choose a time zone
period-start = From
period-end = Until
period-about = Left empty, the journey is open at all times. Times are in the journey’s time zone.
period-clear = Clear
to-draft = Back to draft
to-scheduled = Schedule
to-resume = Resume
to-live-editing = Edit live
to-paused = Pause
new-version = New version
edit-as-new-version = Edit as a new version
edit-as-copy = Edit a copy
version-open-next = Open the new version
versions-show = Versions and differences
to-completing = Let it run out
to-completed = Mark as completed
stop-title = Stop this journey for good?
stop-body = A stopped journey cannot be made live again. Contacts inside leave it.

## Goal and exit criteria

goal = Goal
goal-none = Say what the journey is to achieve, and see how many contacts get there.
goal-add = Add a goal
goal-delete = Remove the goal
goal-met-by = Met by
target = Target
target-none = No target
target-count = A number of contacts
target-share = A percentage
target-number = Number of the target
exit-criteria = Exit criteria
exit-criteria-about = Each ends the journey for a contact, wherever the contact is.
exit-add = Add an exit criterion
exit-delete = Remove this exit criterion
exit-criterion-numbered = Exit criterion { $n }
exit-always = Every time, whatever its values.

## Entry

entry-always = Every contact enters, whatever the values.
repeat = Entering again
repeat-after-delay = Again after a delay
repeat-delay = Delay before a contact may enter again
journey-settings = Journey settings
journey-settings-about = Audience, period, goal and exit criteria belong to the whole journey.
journey-settings-open = Open the journey settings

## Triggers

trigger = Trigger
trigger-choose = Choose a trigger
trigger-gone = Missing trigger
trigger-create = Create trigger “{ $name }”
trigger-create-help = Type a new name to create a trigger.
trigger-open = Open the trigger
trigger-name = Name of the trigger
trigger-mark-ready = Mark ready to use
attributes-none = No attributes yet. Each is a value that travels with the trigger.
attribute-new = Attribute
attribute-add = Add attribute
attribute-type = Type of the attribute
attribute-table = Table that it refers to
attribute-delete = Delete the attribute “{ $name }”

## Used in

used-in-live =
    { $live ->
        [0] Used in: no journey
        [one] Used in: { $n } live journey
       *[other] Used in: { $n } live journeys
    }
used-in-some-live =
    { $live ->
        [0] Used in: no live journey ({ $total } in all)
        [one] Used in: { $n } live journey ({ $total } in all)
       *[other] Used in: { $n } live journeys ({ $total } in all)
    }
reactions-title = What happens if this is raised?
flow-reacts = Reacts
flow-does-not-react = Does not react

## Custom trigger

step-trigger = 1. Trigger
step-trigger-about = Raised when a contact reaches this tile. The contact goes on at once.
step-map = 2. Map attributes
step-map-none = This trigger has no attributes to map.
mapped-of = { $mapped } of { $total }
mapping-none = Not mapped
binding-none = Empty (optional)
binding-about = The binding ID says which instance of a journey the trigger is meant for. It may stay empty.
mapping-fixed = Fixed value “{ $value }”
mapping-done = Mapped
mapping-clear = Clear the mapping of “{ $name }”
mapping-way = Where the value comes from
mapping-way-value = Value
mapping-way-attribute = Attribute
mapping-value-of = Fixed value of “{ $name }”
mapping-source-of = Source of “{ $name }”
value-choose = Choose…
value-row-id = ID of the row
value-with-time = With a time
value-day-only = Whole day

## Sources

source-choose = Choose a field
map-all-open = Map all…
source-recent = Recently used
source-example = { $detail } · e.g. { $value }
source-may-be-empty = { $type } · may be empty
source-group-received = { $trigger } · received at { $tile }
source-group-incoming = { $trigger }
source-hidden-type =
    { $count ->
        [one] { $n } hidden: of another type.
       *[other] { $n } hidden: of another type.
    }
source-hidden-ways =
    { $count ->
        [one] { $n } hidden: received on some ways to this tile only.
       *[other] { $n } hidden: received on some ways to this tile only.
    }

## Branches

branches = Branches
branches-about = Evaluated at once, from top to bottom. A contact takes the first branch whose condition holds.
branch-name = Name of the branch
branch-add = Add a branch
branch-up = Move the branch up
branch-down = Move the branch down
branch-delete = Delete the branch
branch-delete-title = Delete the branch “{ $name }”?
branch-delete-body =
    { $count ->
        [one] { $n } tile on it goes with it. Undo brings it back.
       *[other] { $n } tiles on it go with it. Undo brings them back.
    }
witness-open = Who takes it, for example
branch-no-condition = Say when this branch is taken.
branch-no-about = Contacts for whom the condition does not hold. An empty value counts as not holding.
branch-other-about = Contacts for whom none of the conditions holds. An empty value counts as not holding.

## Conditions

condition-group = Group of conditions
add-condition = Add condition
add-group = Add group
remove-condition = Remove this condition
remove-group = Remove this group
remove-value = Remove “{ $value }”
join = How the conditions are joined
join-all = All of
join-any = Any of
row-source = Field
row-operator = Comparison
row-value = Value
row-a-date = A date
row-add-value = Add a value, then Enter

## Messages

message-title = Message
message-about = Sent when a contact reaches this tile. The contact goes on at once, even when it cannot be sent.
message-content = Content
message-content-about = The name of the content, as your colleagues know it.
content-example-email = Welcome email
content-example-text-message = Order confirmation
content-example-push = Come back offer
message-to = Send to
message-gone = Missing message

## Split

split-about = Each contact takes one branch by chance, on arrival. A run with the same seed draws the same.
split-total = Total
split-equalize = Equalize
split-percent = Percentage of the branch

## If/then, Wait, Exit

wait-for = Wait for
wait-for-any = Every time, whatever its values.
wait-on = What to wait for
wait-on-interaction = Interaction
wait-add = Add something to wait for
waits-about = The first that comes decides. When one event counts for two, the upper one is taken.
wait-message = Message
wait-message-choose = Choose a message
wait-interaction = Interaction with the message
wait-no-messages = No message is sent on every way to this tile.
wait-hidden-messages =
    { $count ->
        [one] { $n } hidden: sent on some ways to this tile only.
       *[other] { $n } hidden: sent on some ways to this tile only.
    }
time-limit-several = Counted from arrival, at most 90 days. Other is taken when the limit has passed.
time-limit = Time limit
time-limit-about = Counted from arrival, at most 90 days. Yes is taken when it comes, No when the limit has passed.
wait-duration = Wait
wait-about = Counted from arrival, at most 90 days. A day is 24 hours.
exit-title = End of the journey
exit-about = A contact that reaches this tile has completed the journey. There is nothing to set.

## Notes

note = Note
