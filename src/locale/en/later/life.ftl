# Publishing, pausing, stopping; versions of a journey and what is different between them.
life-publish-title = Publish “{ $name }”?
life-publish-fine = The checks found nothing wrong.
life-publish-warnings = { $count ->
    [one] There is { $n } warning. You can publish all the same.
   *[other] There are { $n } warnings. You can publish all the same.
}
life-publish-errors = { $count ->
    [one] { $n } error keeps this journey from being published. Put it right first.
   *[other] { $n } errors keep this journey from being published. Put them right first.
}
life-publish-anyway = Publish anyway
life-publish-replaces = Version { $n } takes nobody new from then on. Those who are inside go on in it, to its end.
life-comment = What is different
life-when = When
life-now = Now
life-from = From a date and time on
life-from-label = Date and time
life-new-version-title = A new version of “{ $name }”
life-new-version-action = Make the version
life-new-version-body = You get a draft to edit. This version stays live until you publish the new one; then it takes nobody new, and those who are inside go on in it.
life-pause-title = Pause this journey?
life-pause-entries = Nobody enters until you resume it.
life-pause-messages = Those who come to a message wait there.
life-pause-others = All others go on to the next message.
life-pause-timers = Waits and time limits run on: a limit that passes takes the contact to No.
life-pause-triggers = Triggers that come meanwhile queue up; where too many come, some are lost.
life-pause-end = A pause lasts 21 days at most; then the journey stops.
life-pause-run = In a run here, a paused journey does not react.
life-complete-title = Let this journey run out?
life-complete-body = Nobody enters any more. Those who are inside go on to the end. It cannot be made live again.
life-inside = { $count ->
    [0] The last run left nobody inside.
    [one] The last run left { $n } contact inside.
   *[other] The last run left { $n } contacts inside.
}
life-inside-unknown = How many are inside is not known: there has been no run yet.
life-silences-nothing = No trigger falls silent: this journey raises none that only it raises.
life-silences = These triggers are then raised by no live journey any more:
life-silences-who = { $trigger }: { $who }
life-silences-nobody = { $trigger }: nothing that is live listens to it
life-listener = { $name } ({ $role })
versions-title = Versions of “{ $name }”
version = Version
version-compare = Compare with the one before
versions-compare = What is different
versions-old = Old
versions-new = New
versions-choose = Choose a journey
versions-same = Nothing is different.
versions-setting = Setting
versions-before = Before
versions-after = After
versions-nothing = (nothing)
version-tile = { $tile }: { $fate }
fate-added = added
fate-removed = removed
fate-moved = moved
fate-changed = changed
fate-added-count = { $count ->
    [one] { $n } tile added
   *[other] { $n } tiles added
}
fate-removed-count = { $count ->
    [one] { $n } tile removed
   *[other] { $n } tiles removed
}
fate-moved-count = { $count ->
    [one] { $n } tile moved
   *[other] { $n } tiles moved
}
fate-changed-count = { $count ->
    [one] { $n } tile changed
   *[other] { $n } tiles changed
}
fact-fixed = “{ $value }”
setting-name = Name
setting-description = Description
setting-audience = Audience
setting-time-zone = Time zone
setting-start = From
setting-end = Until
setting-goal = Goal
setting-goal-condition = Condition of the goal
setting-target = Target of the goal
setting-exit = Exit criterion
setting-trigger = Trigger
setting-condition = Condition
setting-repeat = Repeat
setting-segments = Segments
setting-at = First run
setting-every = Every
setting-exclusions = Does not enter
setting-channel = Channel
setting-recipient = Sent to
setting-content = Content
setting-wait = Waits
setting-limit = Time limit
setting-binding = bindingId
setting-note = Note
setting-card = Note, as a card
setting-ground-note = Note on the ground
setting-ground-place = Place of a note on the ground
setting-order = Order of branches
setting-branch = Branch “{ $branch }”
setting-branch-condition = Condition of “{ $branch }”
setting-waits-for = “{ $branch }” waits for
setting-share = Percentage of “{ $branch }”
people-title = What happens to people inside
people-about = Two runs on the contacts and events that the run is set up with: the old version up to the moment, and on from there with the new version taking the entries.
people-at = The new version takes over at
people-run = Show who is where
people-failed = This cannot be run. Look at the date, at the run’s settings, and at the problems of both versions.
people-inside = { $count ->
    [0] Nobody is inside the old version then.
    [one] { $n } contact is inside the old version then, and goes on in it.
   *[other] { $n } contacts are inside the old version then, and go on in it.
}
people-where = Waits at
people-count = Contacts
people-complete = { $count ->
    [one] { $n } of them completes the old version.
   *[other] { $n } of them complete the old version.
}
people-leave = { $count ->
    [one] { $n } of them is ended by an exit criterion or the longest time.
   *[other] { $n } of them are ended by an exit criterion or the longest time.
}
people-stay = { $count ->
    [one] { $n } is still inside it at the end of the run.
   *[other] { $n } are still inside it at the end of the run.
}
people-enter-new = { $count ->
    [one] { $n } entry goes to the new version.
   *[other] { $n } entries go to the new version.
}
