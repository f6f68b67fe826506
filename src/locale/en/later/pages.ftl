### The pages of journeys, triggers, flows and settings.

actions = Actions
actions-of = Actions for { $name }
delete-named = Delete { $name }
duplicate = Duplicate
export = Export

## Journeys

new-journey = New journey
new-journey-name = New journey
journeys-empty = No journeys yet. Create one, then choose the trigger that starts it.
starts-with = Starts with
raises = Raises
tiles = Tiles
entered = Entered in the last run
delete-journey-title = Delete journey “{ $name }”?
delete-journey-body = Its tiles go with it. Undo brings it back.

## Triggers

new-trigger = New trigger
new-trigger-help = The name that code and flows give it: { $name } It never changes.
create = Create
use-count =
    { $count ->
        [0] not used
        [one] 1 use
       *[other] { $count } uses
    }
unique-name = Unique name
unique-name-help = What code and flows call it. It never changes.
attribute-count = { $count } of at most { $most }
new-attribute-name = New attribute

## Flows

new-flow = New flow
new-flow-name = New flow
flows-empty = Choose a flow, or create one. A flow runs outside journeys each time its trigger is raised.
flow-on = On
flow-off = Off
flow-is-on = Turned on
flow-starts = When an action is performed
flow-catalog = Catalog
flow-category = Category
flow-category-custom = Custom
flow-table = Table name
flow-table-none = (none)
flow-action = Action name
flow-action-choose = Choose the trigger
flow-environment-help = A flow reacts only in the environment of the workspace.
flow-steps = Steps
flow-built-in = With every trigger
add-column = Add column
add-header = Add header
flow-names-about = Exported flows use the unique names of the catalog and of the category; they are in the
export-flow = Export
export-flow-about = Save the flow as a workflow definition for Power Automate
flow-not-finished = A condition of this flow is not finished, so the flow was not exported. Finish its rows first.
flow-without-trigger = No trigger starts this flow, so it was not exported. Choose one first.
flow-variables = Variables
flow-field = Field
flow-insert = Insert a field
flow-insert-into = Insert a field into { $name }
flow-take-out = Take { $name } out of the text
flow-list = Values with commas between them
step-name = Name of the step
step-up = Move { $name } up
step-down = Move { $name } down
duplicate-named = Duplicate { $name }
step-message = Post a Teams message
step-request = Send an HTTP request
step-condition = Condition
variable-type = Type
record-table-help = Its logical name, such as phonecall or task.
value-of-named = Value of { $name }
teams-team = Team
teams-channel = Channel
teams-message = Message
request-method = Method
request-address = URI
request-header = Header
request-body = Body
step-variable = Initialize variable
step-record = Create a record
new-variable-name = Contact ID
variable-name = Name of the variable

## Settings

workspace-name = Name of the workspace
environment-help = The environment that this workspace stands for. Flows in other environments do not react.
environment-url = Address of the environment
catalog-unique-name = Unique name of the catalog of custom triggers
catalog-help = Power Automate shows the catalog as Cxp and the category as Custom. Exported flows need their unique names, which only the environment itself knows.
category-unique-name = Unique name of their category

## Contacts

contact-fields = Contact fields
contact-fields-about = What every contact has. A CSV file of contacts has a column for each.
add-field = Add field
new-field-name = New field
field-name = Name of the field
required = Always has a value
example-contacts = Example contacts
example-contacts-about = Kept in the workspace, to try journeys on a few people you can follow by eye.
add-contact = Add contact
new-contact-name = Client { $n }
contact-name = Name of the contact
value-of = { $field } of { $contact }
no-value = No value
date-time-example = 2026-01-31T09:00
example-events = What they do
example-events-about = Triggers that come from outside, such as a purchase in the shop. Times are in UTC unless they say otherwise.
add-event = Add event
event = this event
event-contact = Contact
event-trigger = Trigger or interaction
event-at = When
event-value = Value of { $attribute }

# Tables
new-table = New table
new-table-name = New table
table-used-about = The contact fields, attributes and columns that point into this table.
tables-empty = Choose a table, or create one. Entity references point to its rows, and journeys read its columns through them.
table-size = Columns: { $columns } · Rows: { $rows }
columns = Columns
columns-about = What every row has. A column of the type Entity reference leads on to another table.
add-table-column = Add column
new-column-name = New column
column-name = Name of the column
table-rows = Rows
table-rows-about = An entity reference holds the key of a row.
add-table-row = Add row
row-key = Key
import-rows = Import CSV…
export-rows = Export CSV
rows-shown = Rows { $first } to { $last } of { $all }
rows-before = Rows before
rows-after = Rows after
rows-none = No row yet. Add one, or take them from a CSV file: a column “key”, and one for each column above by its name.
rows-imported =
    { $count ->
        [one] 1 row was read from { $file } and took the place of those before.
       *[other] { $n } rows were read from { $file } and took the place of those before.
    }
rows-close = Close
