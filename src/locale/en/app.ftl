### The frame: start page, top bar, rail, drawer, messages.

## Everywhere

search = Search
nothing-to-choose = There is nothing to choose from.
nothing-found = Nothing found. Try fewer letters.
list-more = { $shown } of { $count } are shown. Type to find the others.
cancel = Cancel
close = Close
delete = Delete
unit = Unit
nameless = Without a name
and = and
or = or
true = true
false = false
today = today

## Start page

start-title = Design journeys. Run them before anyone receives them.
start-about = Wire customer journeys together through custom triggers, see who listens to what, and simulate them on real contacts in this browser. Nothing is sent, nothing leaves this computer.
new-workspace = New workspace
new-workspace-name = New workspace
open-file = Open a file
examples = Examples
example-loading = Loading…
example-post-purchase = Post-purchase
example-post-purchase-about = A purchase sends new shoppers to a sales agent and members to a nurture journey. 2 contacts, 2 chained journeys, 1 flow.
example-cdnow = CDNOW
example-cdnow-about = Real orders of a music shop through 2 chained journeys. 23,570 customers, 69,659 orders.
later-under-way = Loading…
later-failed = This part could not be fetched. Your work is safe. Check the connection.
later-again = Try again
recent = Recent workspaces
recent-help = Kept in this browser. Export a workspace to keep it elsewhere.
journey-count =
    { $count ->
        [one] 1 journey
       *[other] { $count } journeys
    }
delete-workspace-title = Delete workspace “{ $name }”?
delete-workspace-body = It is removed from this browser with its contacts and events. Exported files stay.
storage-failed = This browser’s storage refused: { $cause }

## Top bar

main-menu = Main menu
to-start = Start page
export-workspace = Export workspace
export-journey = Export this journey
picture-journey = Picture or print…
import-journey = Import a journey
path = Where you are
undo = Undo
redo = Redo
saved = Saved
saving = Saving
not-saved = Not saved
saved-help = Every edit is saved in this browser.
save-failed = Your last edits are not saved: this browser’s storage refused ({ $cause }). Export the workspace to keep them, or make room and go on: each edit tries again.
saved-elsewhere = Changed in another tab: shown as it is there now.
saved-copy = { $name } (copy)
saved-as-copy = Another tab has changed this workspace too. What you did here goes on as “{ $name }”; what was done there stays.
theme-system = Theme: as the system
theme-light = Theme: light
theme-dark = Theme: dark
help = Help
help-keyboard = Keyboard
skip = Skip to the page
key-ctrl = Ctrl
key-shift = Shift
publish = Publish
version-name = v{ $n }
publish-help = Mark this journey live in the workspace. Nothing is sent anywhere.
stop = Stop
stop-help = Stop this journey for good
run = Run
run-help = Run the journeys on contacts, here in the browser

## Pages and panes

pages = Pages
journeys = Journeys
map = Map
triggers = Triggers
flows = Flows
contacts = Contacts
settings = Settings
drawer = Problems and results
drawer-height = Height of problems and results
problems = Problems
results = Results
trace = Trace

## Problems

problems-none = No problems found.
severity-error = Error
severity-warning = Warning
severity-info = Info
explain-check = About this check

## When the app breaks

crash-title = Something in Parcours broke
crash-body = Your work is stored in this browser up to the last edit before this. Please report what the next line says.
crash-again = Load again

## Files

file-unreadable = { $file } cannot be read. { $cause } Nothing was changed.
file-not-saved = { $file } could not be saved: { $cause }

imported = { $notes }

## Tiles in words

branch-numbered = Branch { $n }
line-no-entry-trigger = Choose what starts this journey
line-no-wait-trigger = Choose what to wait for
line-no-condition = Set the condition
line-no-raised-trigger = Choose the trigger to raise
line-trigger-when = { $trigger } where { $condition }
line-wait-for = { $what } · up to { $limit }
line-no-wait-message = Choose a message
line-interaction = { $message } · { $interaction }
line-waits =
    { $count ->
        [one] First of { $count } thing · up to { $limit }
       *[other] First of { $count } things · up to { $limit }
    }
line-no-content = Choose the content
line-no-recipient = Choose where to send it
line-message = “{ $content }” to { $to }
percentage = { $n } %
line-branches =
    { $count ->
        [one] 1 branch
       *[other] { $count } branches
    }
line-mapped =
    { $count ->
        [one] { $mapped } of { $total } attribute mapped
       *[other] { $mapped } of { $total } attributes mapped
    }
line-exit = Ends the journey
repeat-never = Never again
repeat-at-once = Again at once
repeat-after = Again after { $delay }
source-missing = Choose a field
source-gone = Missing field

## Where one is

crumb-branch = { $tile } › { $branch }
go-to = Go to
more = More tools
history = History
history-open = History: jump to any edit
