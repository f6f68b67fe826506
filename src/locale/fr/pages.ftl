### ### Pages of journeys, triggers, flows, contacts and settings.
