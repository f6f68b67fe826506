### ### Setting up a run, its results, and traces.
