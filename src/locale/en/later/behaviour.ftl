### What contacts do by models, and contacts that are made up.

new-model = New model
behaviour-empty = Choose a behaviour model, or create one. A model says what contacts do where nothing is recorded: how many, and after how long.
behaviour-no-triggers = A model raises a trigger, and there is none yet. Create a trigger first.
model-from-start = from the start
model-after = after { $trigger }
model-after-sending = after each sending

## One model

model-does = What they do
model-since = On each
model-start = start of the run
model-sending = sending of the message
model-since-help = One draw for each occasion.
model-probability = Probability
model-percent-of = of 100 do it
model-delay = How long after
delay-fixed = Always as long
delay-uniform = Anywhere between
delay-exponential = At any moment
delay-log-normal = Around a length
delay-always = after
delay-least = from
delay-most = to
delay-mean = mean
delay-median = median
delay-factor = factor
delay-fixed-about = Everybody acts after the same time.
delay-uniform-about = Every length between the two is as likely.
delay-exponential-about = Most act early, some late: two thirds before the mean (exponential).
delay-log-normal-about = Half act before the median; two thirds between the median divided and multiplied by the factor (log-normal).
model-values = Values
model-no-attributes = This trigger has no attributes.
model-of-contact = The contact’s { $field }

## Distributions

distribution-fixed = Always the same
distribution-list = One of a list
distribution-uniform = Between two numbers
distribution-normal = Around a mean
distribution-true = True or false
distribution-between = Between two dates
drawn-value = Value
drawn-least = From
drawn-most = To
drawn-decimals = Decimals
drawn-mean = Mean
drawn-deviation = Two thirds within ±
drawn-percent = True, of 100
drawn-first = From
drawn-last = To
weighted-value = Value { $n }
weighted-weight = Weight of value { $n }
add-weighted = Add value

## Contacts that are made up

made-up = Made-up contacts
made-up-about = As many as you like, drawn anew with each seed. A run takes them when it is set up so.
made-up-count = contacts
made-up-empty = empty, of 100
made-up-open = What they have
run-models =
    { $count ->
        [0] Behaviour models (none yet)
       *[other] Behaviour models ({ $n })
    }
run-open-models = Models
run-seed = Seed
run-seed-help = Another seed draws other chances; the same one gives the same run.
