# Reading files, taking a journey in, and the examples.

file-too-large = The file has { $size } MB. Parcours reads files of up to { $most } MB.
file-place = Line { $line }, column { $column }
file-not-text = Line { $line }, column { $column }: this is not text in UTF-8. Save the file as UTF-8, or choose another one.
file-not-json = Line { $line }, column { $column }: this is not JSON ({ $cause }). The file may be cut off or edited by hand; export it again.
file-too-deep = Line { $line }, column { $column }: lists and objects nest too deep here. Parcours did not write this file.
file-without-format = This is not a Parcours file: it does not say “format”: “{ $expected }”.
file-foreign = This is not a Parcours file: its format is “{ $found }”, not “{ $expected }”.
file-other-kind = { $found ->
    [journey] This file holds one journey. Open a workspace, then import it there.
    [tiles] This holds tiles that were copied. Paste them onto the canvas of a journey.
   *[other] This file holds a whole workspace. Open it as a workspace.
}
file-newer = This file was written by a newer Parcours: it has version { $found }, and this one reads up to version { $newest }. Reload the page to get the newest Parcours.

file-unknown-setting = Line { $line }, column { $column }, at { $path }: there is no setting “{ $name }” here. Check its spelling, or remove it.
file-missing-setting = Line { $line }, column { $column }, at { $path }: the setting “{ $name }” is missing.
file-setting-twice = Line { $line }, column { $column }, at { $path }: “{ $name }” is given twice. Remove one.
file-no-such-choice = Line { $line }, column { $column }, at { $path }: “{ $found }” is none of the choices here: { $expected }.
file-no-choice = Line { $line }, column { $column }, at { $path }: “{ $found }” is none of the choices here.
file-wrong-kind = Line { $line }, column { $column }, at { $path }: { $expected ->
    [text] a text
    [number] a number
    [whole-number] a whole number
    [true-false] true or false
    [list] a list
    [text-or-object] a text or an object
   *[object] an object
} is expected here, not { $found ->
    [text] a text
    [number] a number
    [whole-number] a whole number
    [true-false] true or false
    [list] a list
    [object] an object
   *[null] null
}.
file-bad-number = Line { $line }, column { $column }, at { $path }: { $found } is not a whole number from 0 to { $most }.
file-not-an-id = Line { $line }, column { $column }, at { $path }: “{ $found }” is not an id that fits here. Ids here are “{ $prefix }” and a number, such as { $prefix }7.
file-duplicate-id = Line { $line }, column { $column }, at { $path }: the number of { $id } is taken already, by what stands at { $first }. Give it a number of its own.
file-id-too-great = Line { $line }, column { $column }, at { $path }: the number of { $id } is too great; at most { $most }.
file-next-id = Line { $line }, column { $column }, at { $path }: this must be greater than { $greatest }, the greatest number in use, and at most { $most }.
file-not-a-decimal = Line { $line }, column { $column }, at { $path }: “{ $found }” is not a number such as 12.5.
file-few-waits = Line { $line }, column { $column }, at { $path }: there must be two waits at least. A single one stands in the tile itself.
file-other = Line { $line }, column { $column }, at { $path }: { $cause }.

import-journey-added = Journey “{ $name }” added.
import-journey-renamed = Journey “{ $from }” added as “{ $name }”, because the name was taken.
import-table-added = Table “{ $name }” added.
import-table-renamed = Table “{ $from }” added as “{ $name }”.
import-table-reused = Table “{ $name }” was here already.
import-table-widened = Table “{ $name }” was here already; columns added: { $columns }.
import-field-added = Contact field “{ $name }” added.
import-field-renamed = Contact field “{ $from }” added as “{ $name }”: the one that is here has another type.
import-field-reused = Contact field “{ $name }” was here already.
import-segment-added = Segment “{ $name }” added.
import-segment-renamed = Segment “{ $from }” added as “{ $name }”: the one that is here has another condition.
import-segment-reused = Segment “{ $name }” was here already.
import-trigger-added = Trigger “{ $name }” added.
import-trigger-renamed = Trigger “{ $from }” added as “{ $name }”, because the name was taken.
import-trigger-reused = Trigger “{ $name }” was here already.
import-trigger-extended = Trigger “{ $name }” was here already; attributes added: { $attributes }.
import-trigger-separate = Trigger “{ $from }” added as “{ $name }”: the one that is here has the attribute “{ $attribute }” with another type.
import-flow-added = Flow “{ $name }” added.
import-flow-renamed = Flow “{ $from }” added as “{ $name }”, because the name was taken.
import-flow-reused = Flow “{ $name }” was here already.

