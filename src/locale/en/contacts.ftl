### Contact fields, example contacts and their events.
