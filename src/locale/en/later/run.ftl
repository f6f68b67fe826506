### Setting up a run, its results, and traces.

## The run

run-again = Run again
run-progress = How far the run is
run-preparing = Getting ready…
run-reading = Reading the { $file }…
run-running = { $done } of { $total } contacts
run-done = { $events } events, { $contacts } contacts in { $seconds } s
run-cancelled = Cancelled. The results of the run before are kept.
run-blocked = These errors are in the way. Put them right and run again.
run-no-contacts-file = Choose a CSV file of contacts, or take the workspace’s own.
run-no-events-file = Choose a CSV file of events, or other behaviour.
run-failed-file = The { $file } cannot be read. { $cause }
run-failed-workspace = The workspace cannot be run: { $cause }
run-in-page = This browser does not let Parcours work in the background, so runs share the page: they take longer, and the page may answer more slowly meanwhile.
run-failed-crash = The simulation broke down. Your work is safe; run again. { $cause }
run-file-contacts = file of contacts
run-file-events = file of events

## Its settings

run-own-contacts =
    { $count ->
        [0] The workspace’s (none yet)
        [one] The workspace’s contact
       *[other] The workspace’s { $n } contacts
    }
run-from-csv = From a CSV file
run-behaviour = Behaviour
run-own-events =
    { $count ->
        [0] The workspace’s events (none yet)
        [one] The workspace’s event
       *[other] The workspace’s { $n } events
    }
run-events-from-csv = Recorded events from a CSV file
run-no-behaviour = None
run-choose-csv = Choose a file
run-choose-other = Choose another file
run-rows =
    { $count ->
        [one] 1 row
       *[other] { $n } rows
    }
run-see-below = see below
run-period = Period
run-start = From
run-start-help = Empty: from the first event on. UTC.
run-end = Until
run-end-help = Empty: until nothing more can happen. UTC.
run-journeys = Journeys that react
run-journeys-help = Live journeys always react. Others do as if they were published.
run-as-published = { $journey }
run-no-journeys = There is no journey yet.

## What is wrong with the data

run-own-left-out =
    { $count ->
        [one] 1 value or event of the workspace was left out: it does not fit, as the problems say, or its contact takes no part in the run.
       *[other] { $n } values or events of the workspace were left out: they do not fit, as the problems say, or their contact takes no part in the run.
    }
run-issues-of = About the { $file }
run-left-out =
    { $count ->
        [one] 1 row does not fit and was left out.
       *[other] { $n } rows do not fit and were left out.
    }
run-unknown-contacts =
    { $count ->
        [one] 1 event of a contact who takes no part was left out.
       *[other] { $n } events of contacts who take no part were left out.
    }
run-out-of-order =
    { $count ->
        [one] 1 event stands after a later one of its contact; it was put in order.
       *[other] { $n } events stand after a later one of their contact; they were put in order.
    }
run-ignored-columns = Columns without a field or attribute of that name: { $names }
run-absent-columns = Without a column, so empty: { $names }
run-issue-line = Line { $line }
run-issue-column = { $column }: { $cause }
run-issues-more =
    { $count ->
        [one] And 1 more row.
       *[other] And { $n } more rows.
    }
run-issues-save = Download the rows left out
run-issues-save-first = Download the first { $n } rows left out
run-issues-file = Rows left out

## Results

run-none = No run yet. A run takes contacts and what they did, and lets the journeys react to them: then every tile shows how many came by.
run-stale = Changed since this run. Run again to see what it does.
run-contacts =
    { $count ->
        [one] contact
       *[other] contacts
    }
run-events-outside =
    { $count ->
        [one] 1 event outside the period
       *[other] { $n } events outside the period
    }
run-cut =
    { $count ->
        [one] { $n } event of a behaviour model beyond its limits, not made
       *[other] { $n } events of behaviour models beyond their limits, not made
    }
run-interactions-unsent =
    { $count ->
        [one] 1 interaction with a message that was not sent
       *[other] { $n } interactions with messages that were not sent
    }
run-loop =
    { $count ->
        [one] A trigger loop was cut once: { $tiles }
       *[other] A trigger loop was cut { $n } times: { $tiles }
    }
run-search-contacts = Search contacts
run-show-contacts = Show these contacts
run-all-contacts = Show all contacts
run-nobody = No contact.
run-events =
    { $count ->
        [one] 1 event
       *[other] { $n } events
    }
run-empty = Nobody was in this run. Add contacts on the Contacts page, or choose others under Run.
run-no-journey = No journey reacted. Live journeys do, and drafts that you choose under Run.
results-tiles = Tiles
export-json = JSON
export-csv = CSV
figure-entered = Entered
figure-refused = Refused
figure-inside = Inside
figure-completed = Completed
figure-exited = Ended early
figure-goal = Goal met
figure-tile = Tile
figure-arrived = Arrived
figure-waiting = Waiting
figure-left = Went on
figure-failed = Failed
figure-sent = Sent
figure-outside = From outside
figure-activated = Raised by tiles
figure-runs = Runs
failed-without = without { $attribute }
goal-reached = Target { $target } reached
goal-not-reached = Target { $target } not reached
refusal-not-live = not live
refusal-time-window = outside its period
refusal-condition = condition
refusal-excluded = excluded
refusal-repeat = entered before
refusal-limit = entered through tiles more than 1,000 times
exit-expired = after 365 days
exit-criterion = by “{ $trigger }”
exit-segment = in the segment “{ $segment }”
visit-reached = Reached { $place }
visit-waits = Waiting at { $place }
visit-exited = Ended early: { $place }
visit-failed = Failed at { $place }
visit-sent = Sent: { $place }
visit-interacted = Interaction: { $place }
visit-took = Took { $place }
visit-entered = Entered { $place }
visit-refused = Refused: { $place }
visit-inside = Inside { $place }
visit-completed = Completed { $place }
visit-goal = Met the goal: { $place }

## Traces

trace-none = Choose a contact to see its way through the journeys, step by step, with the values that decided.
trace-choose = Choose a contact
trace-empty = Nothing happened to this contact in this run.
trace-previous = Previous contact
trace-next = Next contact
trace-zone = Times in { $zone }
trace-stale = changed since
trace-in = { $journey } · run { $number }
step-received = “{ $trigger }” came from outside
step-made = “{ $trigger }” came from outside, by a behaviour model
step-interacted = “{ $message }”: { $interaction }
step-entered = Entered through “{ $trigger }”
step-taken = Entered on schedule, from the segment “{ $segment }”
step-refused = { $journey } did not begin: { $reason }
step-arrived = Arrived
step-branched = Took { $branch }
step-split = Drew { $drawn }: { $branch }
step-sent = Sent to { $to }
step-not-sent = Not sent: the contact has no value where it is to be sent
step-waiting = Waits until { $until }
step-waiting-for = Waits until { $until } at the latest
step-other-binding = “{ $trigger }” came for another binding ID
binding-came = Its binding ID
binding-own = Binding ID of this instance
step-not-waiting = Goes on at once: { $until } has come already
step-no-date = Goes on at once: there is no date to wait for
step-ignored = “{ $trigger }” came, but does not count
step-resolved = “{ $trigger }” came: { $branch }
step-answered = “{ $message }” · { $interaction }: { $branch }
step-timed-out = The time limit passed: { $branch }
step-waited = The wait is over
step-raised = Raised “{ $trigger }”
step-failed = Could not raise “{ $trigger }”: a value is missing
step-loop-cut = “{ $trigger }” was not raised: the triggers go in a circle
step-goal-met = Met the goal through “{ $trigger }”
step-exited = Ended early { $reason }
step-completed = Completed
step-flow-ran = The flow “{ $flow }” ran
flow-took = { $step }: { $branch }
step-still-inside = Still here at the end of the run
step-started = Starts { $journey } · run { $number }
row-held = Holds:
row-not-held = Does not hold:
row-saw = was { $value }
value-empty = empty
origin-fixed = fixed value
origin-unmapped = not mapped
origin-path = from { $source }
results-spreads = How long things took
spread-goal = Time to the goal
spread-stay = Time at { $tile }
spread-days = Entered each day, in UTC
spread-at-once = at once
spread-within = up to { $time }
spread-median = half of them { $time }

## What is read out

news-error = New error: { $sentence }
news-warning = New warning: { $sentence }
news-several = { $count } new problems.
news-solved =
    { $count ->
        [one] 1 problem solved.
       *[other] { $count } problems solved.
    }
news-left =
    { $count ->
        [0] No problems left.
        [one] 1 problem left.
       *[other] { $count } problems left.
    }
heard-trace =
    { $count ->
        [one] The way of { $contact }: 1 step. { $last }
       *[other] The way of { $contact }: { $count } steps. The last one: { $last }
    }
bench-title = Figures of this app
bench-exact = All counts are as expected, in every run.
bench-not-exact = Counts are not as expected.
bench-contacts = { $n } contacts
bench-workers = { $count ->
        [one] { $count } worker
       *[other] { $count } workers
    }
bench-reading = Reading the files, ms
bench-first = First run, from the press of Run to the counts on the tiles, ms
bench-best = Best of five more runs, ms
bench-longest = Longest task of the page of more than 50 ms, ms
bench-memory = Memory of the workers, MB
