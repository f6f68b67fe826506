### How things hang together: where they are used, what reacts, what follows.

## Used in

used-in-title = Used in
used-in-about = When the trigger is raised, every live journey below reacts to it, and so does every flow that is on.
used-in-at = { $role } at “{ $tile }”
used-in-no-journey = No journey uses it.
used-in-no-flow = No flow starts from it.
used-in-journey = Journey
used-in-search = Search journeys, tiles and roles
used-in-live-only = Live only
used-in-shown = { $shown } of { $all }
used-in-examples = Examples and tests
used-in-event = An event of { $name }
used-in-model = The behaviour “{ $name }”
used-in-scenario = The test “{ $name }”
places-count =
    { $count ->
        [one] Used in { $n } place
       *[other] Used in { $n } places
    }
places-none = Not used

## What happens if a trigger is raised

reactions-outside = What happens if it is raised from outside?
reactions-for = For
reactions-anybody = Anybody
reactions-none = Nothing listens to it.
reactions-reacts = Reacts
reactions-depends = May react
reactions-does-not = Does not react
reactions-if = If { $needs }
hindrance-trigger = Nothing can raise it in a live journey: the trigger is not ready to use ({ $state }).
hindrance-journey = Nobody comes to this tile now: the journey’s state is { $state }.
hindrance-unmapped = Nothing is raised here: “{ $name }” is not mapped to a value that fits.
hindrance-empty = Nothing is raised here: “{ $name }” would be empty.
need-inside = the contact is in the journey
need-still-inside = the contact is still in the journey
need-waiting = the contact waits there
need-condition = the condition holds
need-never-entered = the contact was never in the journey
need-not-entered-for = the contact did not enter it in the last { $duration }
need-not-excluded = no excluded segment has the contact
need-binding = the binding ID is that of the instance
why-state = State: { $state }
why-audience = The journey is about another audience
why-condition = The condition does not hold
why-not-yet = Contacts may not enter yet
why-no-longer = Contacts may no longer enter
why-excluded = The contact is in the excluded segment “{ $name }”
why-newer-version = A newer version takes the contacts that enter
why-repeat = The contact is in the journey already and may not enter again
why-passed-by = Whoever raises it is past that tile or on another branch
why-off = Turned off
why-environment = In another environment

## The chain

chain-show = Show the whole chain
chain-title = What follows
chain-about = From left to right: a trigger, what reacts to it, what that raises in turn. What is dashed would not react now. A click goes there.
chain-loop-about = The chain comes back to where it was: a trigger loop.
chain-loop = Loop: was raised before
chain-elsewhere = Stands elsewhere in the picture
chain-outside = From outside

## The catalogue of triggers

triggers-empty = No triggers yet. Create one, give it attributes, and journeys can raise it and listen to it.
catalogue-search = Search names and attributes
catalogue-any-state = Any state
catalogue-use = Use
catalogue-all = All triggers
catalogue-live = In a live journey
catalogue-nobody-listens = Raised, but nobody listens
catalogue-nobody-raises = Listened to, but no tile raises it
catalogue-unused = Not used
catalogue-none-shown = No trigger fits. Search for something else, or take a filter away.
catalogue-raised = Raised by
catalogue-starts = Starts
catalogue-waits = Waits
catalogue-ends = Ends
catalogue-goal = Goals
catalogue-flow = Flows
stop-trigger-title = Stop “{ $name }”?
stop-trigger-body =
    { $count ->
        [0] No live journey uses it.
        [one] { $n } live journey uses it.
       *[other] { $n } live journeys use it.
    } A stopped trigger is stopped for good; a copy of it can go on.

## Code snippet

snippet = Code snippet
snippet-about = Code that raises the trigger from outside. Its unique name is on the first line; what is in capitals is to be replaced.
snippet-copy = Copy code
snippet-copied = Copied. Put your own key and the contact in before you use it.
snippet-not-copied = The browser did not let the code be copied. Select it and copy it by hand.
snippet-page = Page script
snippet-c-sharp = C#
snippet-web-api = Web API
snippet-page-help = The loader of your environment must stand before it on the page. The person is an ID, an email address or a phone number. Attributes are written without prefix. Whoever has the ingestion key can raise triggers. How a reference to a record is written here is not documented publicly.
snippet-c-sharp-help = For the Dataverse SDK: service is an IOrganizationService. Attributes are written with their prefix; all of them need a value.
snippet-web-api-help = Send it with the current time in both time stamps. Attributes are written with their prefix; all of them need a value.

## The map

map-empty = Nothing to draw yet. Create a journey, and the triggers that it listens to and raises connect it with others.
map-search = Search the map
map-found =
    { $count ->
        [0] nothing found
        [one] { $n } found
       *[other] { $n } found
    }
map-svg = Export SVG
map-png = Export PNG
map-legend = What the lines mean
map-legend-live = Live
map-legend-off = Does not react now
map-legend-loop = Trigger loop

## Who takes a branch

witness-none = No example can be given: nobody takes it, or it depends on rows of tables or on today.
witness-value = { $source } = { $value }
witness-empty = { $source } has no value
witness-anybody = Anybody.
