# What edits are called: in the undo menu, and when they are announced.
# $subject is the name of what was edited, or one of the edit-subject messages.
edit-done = { $edit }
edit-undone = Undone: { $edit }
edit-redone = Redone: { $edit }
edit-undo = Undo: { $edit }
edit-redo = Redo: { $edit }

edit-subject-nameless = (no name)
edit-subject-attribute-branch = Attribute branch
edit-subject-wait-for-trigger = If/then
edit-subject-split = Split
edit-subject-email = Email
edit-subject-text-message = Text message
edit-subject-push = Push notification
edit-subject-wait = Wait
edit-subject-custom-trigger = Custom trigger
edit-subject-exit = Exit

edit-import = Import { $subject }
edit-rename-workspace = Rename the workspace to { $subject }
edit-set-environment = Set the environment { $subject }
edit-set-run = Set up the run

edit-add-field = Add the contact field { $subject }
edit-set-field = Change the contact field { $subject }
edit-delete-field = Delete the contact field { $subject }
edit-add-contact = Add the contact { $subject }
edit-set-contact = Change the contact { $subject }
edit-delete-contact = Delete the contact { $subject }
edit-add-event = Add an event of { $subject }
edit-add-scenario = Add the test { $subject }
edit-set-scenario = Change the test { $subject }
edit-delete-scenario = Delete the test { $subject }
edit-set-event = Change an event of { $subject }
edit-delete-event = Delete an event of { $subject }
edit-add-segment = Add the segment { $subject }
edit-set-segment = Change the segment { $subject }
edit-delete-segment = Delete the segment { $subject }
edit-add-model = Add a behaviour model of { $subject }
edit-set-model = Change a behaviour model of { $subject }
edit-delete-model = Delete a behaviour model of { $subject }

edit-add-trigger = Add the trigger { $subject }
edit-set-trigger = Change the trigger { $subject }
edit-make-trigger-draft = Make the trigger { $subject } a draft again
edit-make-trigger-ready = Make the trigger { $subject } ready to use
edit-stop-trigger = Stop the trigger { $subject }
edit-delete-trigger = Delete the trigger { $subject }
edit-add-attribute = Add the attribute { $subject }
edit-delete-attribute = Delete the attribute { $subject }

edit-add-flow = Add the flow { $subject }
edit-set-flow = Change the flow { $subject }
edit-delete-flow = Delete the flow { $subject }
edit-add-step = Add the step { $subject }
edit-delete-step = Delete the step { $subject }

edit-add-journey = Add the journey { $subject }
edit-duplicate-journey = Duplicate the journey { $subject }
edit-delete-journey = Delete the journey { $subject }
edit-rename-journey = Rename the journey to { $subject }
edit-describe-journey = Describe the journey { $subject }
edit-set-audience = Change the audience of { $subject }
edit-set-time-zone = Change the time zone of { $subject }
edit-set-period = Change the period of { $subject }
edit-set-entry = Change what starts { $subject }
edit-set-exclusions = Change who does not enter { $subject }
edit-set-repeat = Change who may enter { $subject } again
edit-add-goal = Set a goal for { $subject }
edit-set-goal = Change the goal of { $subject }
edit-delete-goal = Delete the goal of { $subject }
edit-add-exit = Add an exit criterion to { $subject }
edit-set-exit = Change an exit criterion of { $subject }
edit-delete-exit = Delete an exit criterion of { $subject }
edit-make-draft = Make { $subject } a draft
edit-schedule = Schedule { $subject }
edit-publish = Publish { $subject }
edit-edit-live = Edit { $subject } while it is live
edit-pause = Pause { $subject }
edit-resume = Resume { $subject }
edit-complete = Complete { $subject }
edit-stop = Stop { $subject }

edit-insert-tile = Add the tile { $subject }
edit-delete-tile = Delete the tile { $subject }
edit-duplicate-tile = Duplicate the tile { $subject }
edit-move-tile = Move the tile { $subject }
edit-rename-tile = Rename the tile { $subject }
edit-set-wait = Change how long { $subject } lasts
edit-set-listener = Change what { $subject } waits for
edit-set-limit = Change the time limit of { $subject }
edit-set-raised = Choose the trigger of { $subject }
edit-map = Map { $subject }
edit-unmap = Remove the mapping of { $subject }
edit-add-branch = Add a branch to { $subject }
edit-rename-branch = Rename the branch { $subject }
edit-set-condition = Change the condition of { $subject }
edit-move-branch = Move the branch { $subject }
edit-delete-branch = Delete the branch { $subject }
edit-set-recipient = Change where { $subject } is sent
edit-set-content = Change the content of { $subject }
edit-set-share = Change the percentage of { $subject }
edit-equalize = Equalize { $subject }

# Why a command was refused.
refusal-nothing-to-undo = There is nothing to undo.
refusal-nothing-to-redo = There is nothing to redo.
refusal-not-found = This does not exist any more. Nothing was changed.
refusal-field-in-use = This contact field is in use, so it was not deleted. Remove it from the conditions and mappings that use it first.
refusal-trigger-in-use = This trigger is in use, so it was not deleted. Remove it from the journeys, flows, events and behaviour models that use it first.
refusal-attribute-in-use = This attribute is in use, so it was not deleted. Remove it from the conditions, mappings and flows that use it first.
refusal-not-a-draft = Only a draft can be deleted. Stop the journey instead.
refusal-too-deep = Branches cannot be nested deeper than this. Hand over to another journey with a custom trigger instead.
refusal-into-itself = A tile cannot be moved onto its own branches. Choose a place outside it.
refusal-last-branch = This tile keeps a least number of branches. Delete the whole tile instead.
refusal-wrong-tile = This tile has no such setting. Nothing was changed.
refusal-transition = A journey that is in the state “{ $from }” cannot go to “{ $to }”.

# The keyboard.
key-undo = Undo
key-redo = Redo
key-focus-up = Go up
key-focus-down = Go down
key-focus-left = Go to the branch on the left
key-focus-right = Go to the branch on the right
key-insert = Add a tile below
key-edit = Edit the tile, or add one here
key-cancel = Close or deselect
key-duplicate = Duplicate the tile
key-delete = Delete the tile
key-zoom-in = Zoom in
key-zoom-out = Zoom out
key-zoom-to-fit = Zoom to fit
key-run = Run
key-help = Show the keyboard shortcuts
