### What the checker says, a plain sentence each, and what its buttons say.

## Names

problem-empty-journey-name = This journey has no name. Give it one.
problem-long-journey-name = The name has { $length } characters. It may have { $most } at most.
problem-duplicate-journey-name = { $count } journeys are called “{ $name }”. Rename this one or the others.
problem-empty-trigger-name = This trigger has no name. Give it one.
problem-duplicate-trigger-name = { $count } triggers are called “{ $name }”. Rename this one or the others.
problem-duplicate-unique-name = { $count } triggers have the unique name { $name }. Code and flows cannot tell them apart. Create one of them anew.
problem-empty-attribute-name = This attribute has no name. Give it one.
problem-duplicate-attribute-name = { $count } attributes of this trigger are called “{ $name }”. Rename this one or the others.
problem-empty-field-name = This contact field has no name. Give it one.
problem-duplicate-field-name = { $count } contact fields are called “{ $name }”. Rename this one or the others.
problem-empty-segment-name = This segment has no name. Give it one.
problem-duplicate-segment-name = { $count } segments are called “{ $name }”. Rename this one or the others.
problem-empty-table-name = This table has no name. Give it one.
problem-duplicate-table-name = { $count } tables are called “{ $name }”. Rename this one or the others.
problem-empty-column-name = This column has no name. Give it one.
problem-duplicate-column-name = { $count } columns of this table are called “{ $name }”. Rename this one or the others.
problem-empty-row-key = This row has no key, so nothing can point to it. Give it one.
problem-duplicate-row-key = An earlier row has the key “{ $key }” too, and that one counts. Change one of the two.
problem-empty-flow-name = This flow has no name. Give it one.
problem-empty-scenario-name = This test has no name. Give it one.
problem-duplicate-scenario-name = { $count } tests are called “{ $name }”. Rename this one or the others.
problem-unknown-test-journey = The journey { $id }, which is to react in this test, does not exist any more. Take it out.
problem-nothing-expected = This test expects nothing, so it always passes. Say what should happen.
problem-expectation-gone = This expectation is about { $id }, which does not exist any more. Delete it or choose something else.
problem-invalid-expected-value = “{ $value }” is not a value of type { $type }, which the attribute “{ $attribute }” needs.
problem-empty-contact-name = This contact has no name. Give it one.
problem-duplicate-contact-name = { $count } contacts are called “{ $name }”. Rename this one or the others.
problem-empty-branch-name = This branch has no name. Name it, so that it can be told from the others.
problem-duplicate-branch-name = { $count } branches of this tile are called “{ $name }”. Rename this one or the others.
problem-untrimmed-name = The name “{ $name }” begins or ends with a space.

## Triggers

problem-too-many-attributes = This trigger has { $count } attributes. It may have { $most } at most.
problem-no-entry-trigger = Nothing starts this journey. Choose its entry trigger.
problem-no-wait-trigger = Choose the trigger that this tile waits for.
problem-no-raised-trigger = Choose the custom trigger that this tile raises.
problem-no-wait-message = Choose the message whose interaction this tile waits for.
problem-unknown-message = The message { $id } does not exist here. Choose another one.
problem-message-on-some-ways = Only some ways to this tile send “{ $message }”. On the others nothing can come of it, and the time limit passes. Move this tile to where the message was sent.
problem-message-not-sent = No way to this tile sends “{ $message }”. Choose a message from before this tile.
problem-non-existing-message = This message has no content. Enter which content it sends.
problem-no-recipient = Choose where this message is sent: a field with the address or number.
problem-recipient-not-text = “{ $source }” is of type { $source-type }. A message is sent to a text: an address or a number.
problem-recipient-not-address = “{ $source }” is no address of the contact. Choose a field with the address or number.
problem-recipient-may-be-empty = “{ $source }” may be empty. Such a contact is not sent this message. Choose a source that always has a value, or make the contact field required.
problem-no-goal-trigger = Choose the trigger that meets the goal.
problem-no-exit-trigger = Choose the trigger of this exit criterion.
problem-no-flow-trigger = Choose the trigger that starts this flow.
problem-no-entry-segment = No segment enters this journey. Choose one.
problem-too-many-segments = { $count } segments enter this journey; at most { $most } may.
problem-no-exit-segment = Choose the segment of this exit criterion.
problem-non-existing-segment = The segment { $id } does not exist in this workspace. Choose another one.
problem-broken-segment = The condition of the segment “{ $segment }” is not finished or does not fit. Open the segment and put it right.
problem-not-a-contact-field = A segment can look at fields of the contact, and at what they lead to, only. Choose a contact field.
problem-everybody-excluded = Every segment that enters is also excluded, so nobody enters. Remove an exclusion.
problem-no-schedule-time = The schedule has no date. Choose when it runs first.
problem-invalid-schedule-time = “{ $value }” is not a date or time. Write the first run as 2026-03-29 or 2026-03-29T14:30.
problem-schedule-outside-period = The schedule runs outside the journey’s period, so nobody enters. Change the first run or the period.
problem-schedule-too-often = A schedule recurs once an hour at most. Choose a longer time from one run to the next.
problem-non-existing-event = The trigger { $id } does not exist in this workspace. Choose another one.
problem-event-not-in-live-state =
    { $state ->
        [stopped] The trigger “{ $trigger }” is stopped for good. Choose another one.
       *[draft] The trigger “{ $trigger }” is still a draft. Mark it ready to use.
    }
problem-event-target-entity-mismatch = The trigger “{ $trigger }” is about another audience ({ $audience }) than this journey ({ $expected }). Choose another trigger or change the journey’s audience.

## Mappings and sources

problem-unmapped-attribute = The attribute “{ $attribute }” has no value. Map it to a fixed value or to an attribute.
problem-stale-mapping = The trigger “{ $trigger }” has no attribute { $id }. Remove this mapping.
problem-wrong-type = “{ $source }” is of type { $source-type }, but the attribute “{ $attribute }” is of type { $attribute-type }. Choose a source of type { $attribute-type }.
problem-empty-fixed-value = The fixed value of “{ $attribute }” is empty, so the trigger would never be raised. Enter a value.
problem-invalid-fixed-value = “{ $value }” is not a value of type { $attribute-type }, which the attribute “{ $attribute }” needs.
problem-unknown-field = The contact field { $id } does not exist in this workspace. Choose another one.
problem-unknown-table = The workspace has no table { $id }. Choose another one.
problem-unknown-column = The table has no column { $id }. Choose another one.
problem-path-without-reference = This path goes on to column { $id } from something that is no entity reference. Choose another source.
problem-invalid-event-data-source-output-path = The trigger has no attribute { $id }. Choose another one.
problem-unknown-receiver = This value comes from tile { $id }, where no trigger is received. Choose another source.
problem-no-incoming-trigger = This value comes from a trigger that is not chosen here. Choose the trigger or another source.
problem-received-on-some-ways = “{ $source }” comes from the trigger “{ $trigger }”, which only some ways to this place have received. Choose a source that every way has, or move this tile to where the trigger was received.
problem-empty-on-the-way = “{ $source }” is empty on the way over { $branch } of “{ $tile }”: “{ $trigger }” was not received there. Choose a source that every way has, or move this tile to where the trigger was received.
problem-not-received = “{ $source }” comes from the trigger “{ $trigger }”, which no way to this place has received. Choose another source.
problem-may-be-empty = “{ $source }” may be empty. For such a contact the attribute “{ $attribute }” has no value and the trigger is not raised. Choose a source that always has a value, or make the contact field required.

## Conditions

problem-empty-branch-condition = This branch has no condition, so every contact takes it. Add a row.
problem-empty-group = This group has no rows. Add a row or delete the group.
problem-unfinished-row = This row is not finished. Choose what to compare and with which value.
problem-unfit-operator = “{ $operator }” does not compare values of type { $type }. Choose another operator.
problem-invalid-operand = “{ $value }” is not a value of type { $type }.
problem-invalid-period = Enter a whole number above 0 and choose minutes, hours, days or weeks.
problem-empty-range = Nothing can lie between these values. Put the smaller or earlier one first.
problem-impossible-condition = This condition can never hold: its rows ask contradictory things of “{ $source }”.
problem-shadowed-branch = No contact takes the branch “{ $branch }”: whoever meets its condition is taken by “{ $by }” before.
problem-dead-branch = No contact takes the branch “{ $branch }”: what “{ $tile }” lets through before this tile never meets its condition.
problem-dead-other = No contact comes here: one of the branches before always holds.

## Limits and times

problem-wait-too-long = A tile may wait { $days } days at most.
problem-limit-too-long = The time limit may be { $days } days at most.
problem-zero-wait = This tile waits for no time at all. Set a duration or delete the tile.
problem-no-wait-moment = Choose the date until which this tile waits.
problem-invalid-wait-moment = “{ $value }” is not a date or time. Write it as 2026-03-29 or 2026-03-29T14:30.
problem-no-wait-date = Choose the date around which this tile waits.
problem-not-a-date = “{ $source }” is of type { $source-type }. A tile can wait around a Date/time only.
problem-wait-date-may-be-empty = “{ $source }” may be empty. A contact without that date does not wait here. Make the field required or choose another date.
problem-wait-until-time-in-past = “{ $value }” has passed before a contact can come here, so nobody waits. Choose a later date.
problem-wait-until-too-far = A contact that enters as early as it can would wait here for more than { $days } days. Choose an earlier date.
problem-zero-limit = The time limit is 0, so contacts take No at once. Set a longer one.
problem-journey-too-long = The longest way through this journey takes more than { $days } days. Contacts who are still in it then are taken out.
problem-no-branches = This tile has no branch besides Other. Add one or delete the tile.
problem-few-shares = A split needs two branches at least. Add one or delete the tile.
problem-shares-do-not-add-up = The percentages make { $total } %, not 100 %. Change them or press Equalize.
problem-negative-share = A percentage cannot be below 0.
problem-empty-share = No contact takes this branch: its percentage is 0.
problem-too-many-branches = This tile has { $count } branches. It may have { $most } at most, Other not counted.
problem-too-deep = Tiles with branches may be nested { $most } deep at most. Move this one further out, or into a journey of its own.
problem-unreachable-tiles =
    { $count ->
        [one] No contact can reach this tile: every way has ended before it. Delete or move it.
       *[other] No contact can reach this tile and those after it ({ $count } in all): every way has ended before. Delete or move them.
    }
problem-invalid-time-zone-name = There is no time zone “{ $zone }”. Choose one from the list, such as Europe/Paris.
problem-invalid-start-time = “{ $value }” is not a date or time. Write the start as 2026-03-29 or 2026-03-29T14:30.
problem-invalid-end-time = “{ $value }” is not a date or time. Write the end as 2026-03-29 or 2026-03-29T14:30.
problem-invalid-time-range = The end ({ $end }) is not after the start ({ $start }).
problem-zero-repeat-delay = The delay before a contact may enter again is 0. Set a delay or choose “at once”.
problem-invalid-goal-target = The goal’s target must be above 0, and a share 100 percent at most.
problem-goal-never-met = No contact ever waits in this journey, so “{ $trigger }” can never meet its goal. Add a wait or delete the goal.
problem-exit-never-happens = No contact ever waits in this journey, so “{ $trigger }” can never end it. Add a wait or delete the exit criterion.

## Wiring and flows

problem-nothing-listens = No journey and no flow listens to “{ $trigger }”, so raising it has no effect.
problem-only-from-outside = No tile raises “{ $trigger }”: this journey starts only when it comes from outside.
problem-trigger-loop = Journeys start each other in a circle: { $circle }. A contact may go round without end.
problem-flow-in-other-environment = This flow is in the environment “{ $environment }”, the workspace in “{ $expected }”, so it never runs. Move it.
problem-flow-off = This flow is turned off, so it does not run.
problem-no-catalog-name = The catalog or the category of custom triggers has no unique name, so exported flows cannot find their trigger. Enter both in the settings.
problem-no-flow-steps = This flow has no steps, so it does nothing. Add one.
problem-no-variable-name = This variable has no name. Give it one.
problem-duplicate-variable-name = { $count } variables of this flow are called “{ $name }”. Rename this one or the others.
problem-nested-variable = The variable “{ $name }” is initialised on a branch of a condition, which Power Automate does not allow. Move it before the condition.
problem-unknown-variable = The variable “{ $name }” is not initialised before this step on every way to it. Choose another value or move the step.
problem-wrong-type-in-flow = “{ $source }” is of type { $source-type }, but “{ $name }” is of type { $type }. Choose a value of type { $type }.
problem-invalid-flow-value = “{ $value }” is not a value of type { $type }, which “{ $name }” needs.
problem-mixed-flow-value = “{ $name }” is of type { $type } and cannot be made of several parts. Choose one value.
problem-no-record-table = Enter the table in which this step creates a record.
problem-no-record-column = Enter the column that this value is for.
problem-no-teams-channel = Enter the team and the channel in which this message is posted.
problem-empty-teams-message = This Teams message is empty. Write something.
problem-no-request-address = Enter the address (URI) to which this request is sent.
problem-invalid-request-address = “{ $value }” is no address of the web. It begins with https:// or http://.
problem-no-header-name = Enter the name of this header.
problem-empty-flow-condition = This condition has no rows, so it is always Yes. Add a row.
problem-conditions-too-deep = Conditions are nested more than { $most } deep here. Take some apart.

## Examples

problem-invalid-contact-value = “{ $value }” is not a value of type { $type }, which the field “{ $field }” needs.
problem-invalid-row-value = “{ $value }” is not a value of type { $type }, which the column “{ $column }” needs.
problem-unknown-row = The table “{ $table }” has no row “{ $key }”: whatever is read through it is missing. Add the row or choose another one.
problem-missing-required-value = The field “{ $field }” is required, but this contact has no value in it. Enter one.
problem-unknown-contact = This event is about the contact { $id }, who does not exist in this workspace. Delete the event or choose another contact.
problem-invalid-event-time = “{ $value }” is not a date or time. Write it as 2026-03-29 or 2026-03-29T14:30.
problem-invalid-event-value = “{ $value }” is not a value of type { $type }, which the attribute “{ $attribute }” needs.

## Behaviour

problem-invalid-probability = “{ $value }” is not a percentage from 0 to 100.
problem-never-happens = At 0 percent this never happens. Raise the probability or delete the model.
problem-invalid-delay = The longest delay must not be shorter than the shortest, and a factor lies from 1 to { $most }.
problem-unfit-distribution = This distribution does not give values of type { $type }. Choose another one.
problem-invalid-drawn-value = “{ $value }” is not a value of type { $type }.
problem-no-weight = Nothing in this list has a weight above 0, so nothing can be drawn. Raise a weight.
problem-empty-distribution = Nothing lies between these ends. Put the smaller or earlier one first, or allow more digits.
problem-drawn-too-large = Numbers are drawn up to { $most }, above and below 0.
problem-drawn-too-fine = A number has { $most } digits after the point at most.
problem-negative-deviation = The deviation cannot be below 0.
problem-no-run-start = Models act from the start of the run, but it has none. Set a start in the run’s period.
problem-no-model = Nothing raises “{ $trigger }” in this run: nothing is recorded, no tile raises it, and no behaviour model does.
problem-invalid-contact-count = Make up at least 1 contact, and { $most } at most.
problem-empty-required-field = The field “{ $field }” is required, but made-up contacts may have no value in it. Say what they have.

## Fixes

fix-mark-ready = Mark ready to use
fix-remove-mapping = Remove the mapping
fix-shorten-wait = Set to 90 days
fix-delete-unreachable = Delete the tiles nobody reaches
fix-fallback-branch = Branch, with a fixed value where it is empty
fix-require-field = Make the field required
fix-move-flow = Move to this environment
fix-turn-flow-on = Turn on
fix-move-step-up = Move it before the condition
fix-retype-variable = Give the variable this type
fix-drop-expectation = Delete the expectation
fix-forget-journey = Take the journey out
fix-trim-name = Remove the spaces
