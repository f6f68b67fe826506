### Reading contacts and events from CSV files.

csv-no-header = The file is empty. It needs a first line with the names of the columns.
csv-header-not-utf8 = The first line is not UTF-8 text. Save the file as “CSV UTF-8”.
csv-no-column = There is no column “{ $column }”. Add it, or check its spelling in the first line.
csv-one-column = The first line is one column, “{ $column }”. Put a comma, a semicolon or a tab between the columns.
csv-same-column = The columns “{ $column }” and “{ $other }” stand for the same thing. Keep one of them.
csv-io = The file could not be read to its end: { $detail }

csv-row-columns = { $found } columns where the first line has { $wanted }
csv-row-not-utf8 = not UTF-8 text
csv-row-empty = a value must be here
csv-row-duplicate-contact = an earlier row has the contact id “{ $text }”
csv-row-unknown-trigger = there is no trigger “{ $text }”
csv-row-unknown-message = there is no message “{ $text }”
csv-row-several-messages = several messages are called “{ $text }”: write the id of the tile instead
csv-row-unknown-interaction = “{ $text }” is none of delivered, opened and clicked
csv-row-number = “{ $text }” is not a number such as 49.99
csv-row-true-false = “{ $text }” is neither true nor false
csv-row-date = “{ $text }” is not a date such as 2026-03-29 or 2026-03-29T14:30

## CloudEvents

cloud-not-an-object = an object is expected here
cloud-no-text = a text must be here
cloud-version = version { $text } is not read; write 1.0
cloud-trigger = there is no trigger of the unique name “{ $text }”
cloud-time = “{ $text }” is not a time such as 2026-03-29T14:30:00Z
cloud-attribute = the trigger has no attribute of this name
cloud-value = “{ $text }” is not a value of the type of this attribute
cloud-not-json = The file is not JSON: line { $line }, column { $column }.
cloud-not-a-batch = The file is neither a list of CloudEvents nor a single one.
cloud-import = Import CloudEvents
cloud-imported =
    { $taken ->
        [0] No event was added.
        [one] One event was added.
       *[other] { $n } events were added.
    }
cloud-unknown = Of contacts that are not here: { $n }.
cloud-raised = Raised by tiles, which raise them again: { $n }.
cloud-left-out = Left out because they do not fit: { $n }.
cloud-at = { $path }: { $cause }
cloud-export = CloudEvents
cloud-too-many = So many contacts are too many for the page. Use parcours simulate --cloud-events.
