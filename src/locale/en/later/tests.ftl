# Test scenarios: what they expect, and what was seen instead.

expect-reaches = { $contact } reaches “{ $tile }”
expect-reaches-not = { $contact } never reaches “{ $tile }”
expect-takes = { $contact } takes “{ $branch }” at “{ $tile }”
expect-takes-not = { $contact } never takes “{ $branch }” at “{ $tile }”
expect-raises = “{ $trigger }” is raised for { $contact }
expect-raises-with = “{ $trigger }” is raised for { $contact } with { $values }
expect-raises-not = “{ $trigger }” is never raised for { $contact }
expect-raises-not-with = “{ $trigger }” is never raised for { $contact } with { $values }
expect-enters = { $contact } enters “{ $journey }”
expect-enters-not = { $contact } does not enter “{ $journey }”
expect-refused = { $contact } is refused by “{ $journey }”
expect-refused-not = { $contact } is not refused by “{ $journey }”
expect-completes = { $contact } completes “{ $journey }”
expect-completes-not = { $contact } does not complete “{ $journey }”
expect-exits = { $contact } exits “{ $journey }” early
expect-exits-not = { $contact } does not exit “{ $journey }” early
expect-meets-goal = { $contact } meets the goal of “{ $journey }”
expect-meets-goal-not = { $contact } does not meet the goal of “{ $journey }”
expect-flow-runs =
    { $times ->
        [one] The flow “{ $flow }” runs { $times } time
       *[other] The flow “{ $flow }” runs { $times } times
    }
expect-goal-count =
    { $count ->
        [one] The goal of “{ $journey }” is met at least { $count } time
       *[other] The goal of “{ $journey }” is met at least { $count } times
    }
expect-goal-share = The goal of “{ $journey }” is met by at least { $share } % of those who enter

seen-gone = What this names does not exist any more.
seen-happened = It did.
seen-not-entered = The contact did not enter the journey.
seen-refused = The contact was refused: { $reason }.
seen-waiting = At the end, the contact was still at “{ $tile }”.
seen-completed = The contact completed the journey at “{ $tile }”.
seen-exited = The contact exited early at “{ $tile }”.
seen-took = The contact took “{ $branch }”.
seen-not-raised = It was not raised.
seen-values = “{ $tile }” raised it with { $values }.
seen-missing = “{ $tile }” could not raise it: no value for { $attributes }.
seen-goal = It was met by { $met } of { $entered }.
seen-runs =
    { $times ->
        [one] It ran { $times } time.
       *[other] It ran { $times } times.
    }

scenario-broken-journeys = Journeys that react in this test have errors: { $journeys }. See the problems.
scenario-broken-workspace = Something that runs with the journeys has errors. See the problems.
scenario-broken-start = The start “{ $text }” is not a date or time.
scenario-broken-end = The end “{ $text }” is not a date or time.
scenario-broken-name = Two contacts of this test are called “{ $contact }”. Rename one of them.
scenario-broken-value = “{ $contact }” has a value in “{ $field }” that is not of its type.
scenario-broken-event-contact = An event is about a contact who takes no part in this test.
scenario-broken-event-what = An event of “{ $contact }” is about a trigger or a message that does not exist any more.
scenario-broken-event-time = An event of “{ $contact }” has a time that is not a date or time.
scenario-broken-event-value = An event of “{ $contact }” has a value in “{ $attribute }” that is not of its type.

# The page.

new-test = New test
new-test-name = New test
tests-empty = A test is a few contacts, what they do, and what you expect of the journeys. Choose one, write one, or keep one of a contact’s trace after a run.
run-all-tests = Run all
run-test = Run
tests-running = Running…
tests-not-run = Not run yet.
tests-tally = { $passed } passed, { $failed } failed.
tests-failed-to-run = The tests could not be run: { $cause }
tests-covered = Covered: { $tiles } of { $all-tiles } tiles, { $branches } of { $all-branches } branches.
tests-on-canvas = Show coverage on the canvas
test-not-run = Not run
test-passed = Passed
test-failed = Failed
test-stale = changed since
expectations = Expectations
expectations-none = Nothing is expected yet, so this test always passes.
expectation-met = Met
expectation-differs = Not met
open-tile = Open { $tile }
add-expectation = Add expectation
change-expectation = Change expectation
change-this = Change “{ $what }”
expect-kind = What is expected
expect-kind-reaches = reaches
expect-kind-takes = takes the branch
expect-kind-raises = raises the trigger
expect-kind-ends = in the journey
expect-kind-flow-runs = The flow runs
expect-kind-goal-count = The goal is met, at least (times)
expect-kind-goal-share = The goal is met, at least (%)
expect-target = Where
expect-ending = How it goes
expect-values = Attribute = value; …
expect-times = Times
expect-percent = Percent
expect-not = Not
ending-enters = enters
ending-completes = completes
ending-exits = exits early
ending-meets-goal = meets the goal
ending-refused = is refused
test-contacts = Contacts of the test
test-contacts-about = They take part in this test only.
test-events = What they do
test-events-about = Triggers from outside, in the virtual time of the test.
test-journeys = Journeys that react
test-journeys-about = None chosen: those that are live. Chosen ones react whatever their state.
test-period = Period
test-start = Start
test-start-help = Empty: with the first event.
test-end = End
test-end-help = Empty: when nothing more can happen.
keep-as-test = Keep as test
