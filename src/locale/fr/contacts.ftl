### Champs des contacts, contacts d’exemple et leurs événements.
