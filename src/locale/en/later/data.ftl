### Reading contacts and events from CSV files.

csv-no-header = The file is empty. It needs a first line with the names of the columns.
csv-header-not-utf8 = The first line is not UTF-8 text. Save the file as “CSV UTF-8”.
csv-no-column = There is no column “{ $column }”. Add it, or check its spelling in the first line.
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
