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

scenario-broken-journeys = The journeys cannot run: { $detail }. See the problems.
scenario-broken-period = The period cannot be read: { $detail }.
scenario-broken-data = A contact or an event cannot be read: { $detail }.
