### Go to, and the list of the history.

go-to-recent = Recently visited
go-to-commands = Commands
go-to-keys = Type some letters of a name. Arrows choose, Enter goes there.
go-to-page = Page
go-to-journey = Journey
go-to-trigger = Trigger
go-to-flow = Flow
go-to-segment = Segment
go-to-table = Table
go-to-model = Behaviour
go-to-test = Test

history-about = Choose an entry to go back or forward to right after it.
history-done = Done
history-undone = Undone
history-now = You are here
history-start = As it was opened

minimap-about = All of the journey, and the part that is seen. Click or drag to see another part.
