//! The worked example in French, by what is written on the screen: the triggers, two
//! chained journeys, "Used in" before and after they are published, both mappings, the
//! note on types, the chain, the flow with its export, and the code snippet.
//!
//! Of the two readings that the example allows, Yes is the new shopper, who goes to a
//! sales agent, and No the member, who goes on to the other journey.

mod story;

use e2e::{Key, Options, Result};
use serde_json::Value;
use story::Person;

const PURCHASE: &str = "Achat effectué";
const AGENT: &str = "Envoyer à l’agent commercial";
const NURTURE: &str = "Ajouter au parcours de consolidation";
const PHONE: &str = "Numéro de téléphone";
const FROM: &str = "Parcours post-achat";
const TO: &str = "Parcours de consolidation";

/// A name in quotation marks as French sets them.
fn quoted(name: &str) -> String {
    format!("«\u{202f}{name}\u{202f}»")
}

fn creates_the_contacts(person: &Person) -> Result<()> {
    person.presses("Contacts")?;
    for (name, ty) in [
        ("Nom complet", "Texte"),
        (PHONE, "Nombre"),
        ("Achats précédents", "Nombre"),
        ("Membre du programme de récompenses", "Vrai/faux"),
    ] {
        person.presses("Ajouter un champ")?;
        person.writes_in_the_last("Nom du champ", name)?;
        person.last_by_role("combobox", "Type")?.choose(ty)?;
        person.last_by_role("checkbox", "Toujours renseigné")?.click()?;
    }
    for (client, name, phone, orders, member) in [
        ("Client 1", "Camille Martin", "33155550154", "3", "vrai"),
        ("Client 2", "Noor Haddad", "33155550129", "0", "faux"),
    ] {
        person.presses("Ajouter un contact")?;
        person.writes(&format!("Nom complet de {client}"), name)?;
        person.writes(&format!("{PHONE} de {client}"), phone)?;
        person.writes(&format!("Achats précédents de {client}"), orders)?;
        let member_of = format!("Membre du programme de récompenses de {client}");
        person.browser.by_role("combobox", &member_of)?.choose(member)?;
    }
    Ok(())
}

/// "Sélectionner un déclencheur personnalisé" needs one: each with its attributes, and
/// ready to use.
fn creates_the_triggers(person: &Person) -> Result<()> {
    person.presses("Déclencheurs")?;
    let agent = [("Nom complet", "Texte"), (PHONE, "Nombre"), ("Montant", "Nombre")];
    for (name, attributes) in [
        (PURCHASE, &[("Montant", "Nombre")][..]),
        (AGENT, &agent[..]),
        (NURTURE, &[("Campagne source", "Texte")][..]),
    ] {
        person.presses("Nouveau déclencheur")?;
        person.browser.by_role("dialog", "Nouveau déclencheur")?;
        person.css("[data-testid=new-trigger-named]")?.type_text(name)?;
        person.presses("Créer")?;
        person.browser.by_role("heading", name)?;
        for (count, (attribute, ty)) in attributes.iter().enumerate() {
            person.presses("Ajouter un attribut")?;
            person.waits_for_count("[data-testid=attribute]", count + 1)?;
            person.writes_in_the_last("Nom de l’attribut", attribute)?;
            person.last_by_role("combobox", "Type")?.choose(ty)?;
        }
        person.presses("Marquer prêt à l’emploi")?;
        person.browser.wait_for_text("Prêt à l’emploi")?;
    }
    Ok(())
}

fn builds_the_post_purchase_journey(person: &Person) -> Result<()> {
    person.presses("Parcours")?;
    person.presses("Nouveau parcours")?;
    person.browser.by_role("heading", "Nouveau parcours")?;
    person.writes("Nom", FROM)?;
    person.presses("Choisir ce qui le démarre")?;
    person.takes("Déclencheur Choisir un déclencheur", "achat")?;

    person.takes("Ajouter une vignette après Début du parcours", "attribut")?;
    person.writes("Nom", "Nouvel acheteur ?")?;
    person.presses("Ajouter une condition")?;
    person.takes("Champ Choisir un champ", "achats précédents")?;
    person.browser.by_role("combobox", "Comparaison")?.choose("=")?;
    person.writes("Valeur", "0")?;

    person.takes("Ajouter une vignette sur Oui de Nouvel acheteur ?", "déclencheur")?;
    person.takes("Déclencheur Choisir un déclencheur", "agent commercial")?;
    person.takes("Ajouter une vignette sur Non de Nouvel acheteur ?", "déclencheur")?;
    person.takes("Déclencheur Choisir un déclencheur", "consolidation")
}

/// "Utilisé dans" in the pane, and the table that it opens.
fn reads_used_in(person: &Person, count: &str, rows: &[[&str; 3]]) -> Result<()> {
    let words = format!("Utilisé dans\u{202f}: {count}");
    person.browser.button(&words)?.click()?;
    let list = person.browser.by_test_id("used-in-list")?.text()?;
    for said in rows.iter().flatten() {
        assert!(list.contains(said), "{said} is not in: {list}");
    }
    Ok(())
}

/// A fixed value: the name of the journey that sends the person there.
fn maps_a_fixed_value(person: &Person) -> Result<()> {
    person.browser.wait_for_text("2. Mapper les attributs")?;
    person.browser.wait_for_text("0 sur 1")?;
    person.of("Campagne source", "button", "Valeur")?.click()?;
    person.writes(&format!("Valeur fixe de {}", quoted("Campagne source")), FROM)?;
    person.browser.wait_for_text("1 sur 1")
}

/// An attribute: a field of the customer's profile, or of a trigger of the journey. Only
/// a number can be mapped to the phone number, since that is one.
fn maps_to_attributes(person: &Person) -> Result<()> {
    person.selects(AGENT)?;
    person.browser.wait_for_text("0 sur 3")?;
    person.of(PHONE, "button", "Attribut")?.click()?;
    person.presses(&format!("Source de {} Choisir un champ", quoted(PHONE)))?;
    let offered = person.browser.names_of("option")?;
    assert!(offered.iter().any(|name| name.starts_with(PHONE)), "{offered:?}");
    assert!(offered.iter().all(|name| name.contains("Nombre")), "{offered:?}");
    person.browser.wait_for_text("d’un autre type.")?;
    // What is typed is found without its accents.
    person.browser.by_css(".flyout input")?.type_text("numero de telephone")?;
    person.browser.press(&[Key::Enter])?;
    person.waits_for_count(".flyout", 0)?;

    person.of("Nom complet", "button", "Attribut")?.click()?;
    person
        .takes(&format!("Source de {} Choisir un champ", quoted("Nom complet")), "nom complet")?;
    person.of("Montant", "button", "Attribut")?.click()?;
    person.takes(&format!("Source de {} Choisir un champ", quoted("Montant")), "montant")?;
    person.browser.wait_for_text("3 sur 3")
}

/// The other journey starts by the trigger and reads where people come from.
fn builds_the_nurture_journey(person: &Person) -> Result<()> {
    person.presses("Parcours")?;
    person.presses("Nouveau parcours")?;
    person.browser.by_role("heading", "Nouveau parcours")?;
    person.writes("Nom", TO)?;
    person.presses("Choisir ce qui le démarre")?;
    person.takes("Déclencheur Choisir un déclencheur", "consolidation")?;
    person.takes("Ajouter une vignette après Début du parcours", "attribut")?;
    person.writes("Nom", "Après un achat ?")?;
    person.presses("Ajouter une condition")?;
    person.takes("Champ Choisir un champ", "campagne source")?;
    person.writes("Valeur", FROM)?;
    person.takes("Ajouter une vignette sur Oui de Après un achat ?", "attente")
}

fn publishes(person: &Person, journey: &str) -> Result<()> {
    person.presses("Parcours")?;
    person.browser.button(journey)?.click()?;
    person.browser.by_role("heading", journey)?;
    person.css(".topbar [data-testid=publish]")?.click()?;
    person.browser.by_role("dialog", &format!("Publier {}\u{202f}?", quoted(journey)))?;
    person.css("[data-testid=life-dialog] [data-testid=life-confirm]")?.click()?;
    person.browser.by_role("heading", journey)?;
    person.browser.wait_for_text("En direct")
}

/// From the tile: what would react now, and all that follows.
fn follows_the_chain(person: &Person) -> Result<()> {
    person.presses("Que se passe-t-il s’il est activé\u{202f}?")?;
    person.browser.wait_for_text("Afficher toute la chaîne")?;
    let may_react = person.browser.by_role("region", "Peut réagir")?.text()?;
    for said in [TO, "Démarre le parcours", "le contact n’a jamais été dans le parcours"] {
        assert!(may_react.contains(said), "{said} is not in: {may_react}");
    }
    person.presses("Afficher toute la chaîne")?;
    let chain = person.browser.by_role("dialog", "Ce qui s’ensuit")?.text()?;
    for said in [NURTURE, FROM, TO, "Démarre le parcours"] {
        assert!(chain.contains(said), "{said} is not in: {chain}");
    }
    person.browser.shot("seed-in-french-chain")?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count("dialog", 0)
}

/// The flow: it keeps the contact's id, which is not exposed in the journey, and makes a
/// phone call of what the trigger brings.
fn builds_the_flow(person: &Person) -> Result<()> {
    person.presses("Flux")?;
    person.presses("Nouveau flux")?;
    person.browser.by_role("heading", "Nouveau flux")?;
    person.writes("Nom", "Appeler le nouvel acheteur")?;
    let start = person.browser.by_role("region", "Lorsqu’une action est effectuée")?.text()?;
    for said in ["Cxp", "Personnalisé", "(aucun)"] {
        assert!(start.contains(said), "{said} is not in: {start}");
    }
    person.takes("Nom de l’action Choisissez le déclencheur", "agent commercial")?;
    person.presses("Initialiser une variable")?;
    person.browser.wait_for_text("msdynmkt_profileid")?;
    person.presses("Créer un enregistrement")?;
    person.browser.by_role("listitem", "Créer un enregistrement")?;
    let table = "Table Son nom logique, comme phonecall ou task.";
    person.writes(table, "phonecall")?;
    person.writes("Colonne", "phonenumber")?;
    person.takes("Insérer un champ dans Valeur de phonenumber Insérer un champ", "telephone")?;
    person.browser.by_role("button", &format!("Retirer {PHONE} du texte")).map(drop)
}

/// The exported definition starts by the trigger under its unique name, and takes the
/// contact's id and the phone number from what the trigger brings.
fn exports_the_flow(person: &Person, unique_name: &str) -> Result<()> {
    person.presses("Exporter")?;
    let saved = "Appeler-le-nouvel-acheteur.definition.json";
    let text = person.browser.downloaded(saved)?;
    let definition: Value = serde_json::from_slice(&text).unwrap_or_default();
    let said = definition.to_string();
    for expected in [
        "OpenApiConnectionWebhook",
        "BusinessEventsTrigger",
        "@triggerOutputs()?['body/InputParameters/msdynmkt_profileid']",
        "@triggerOutputs()?['body/InputParameters/msdynmkt_numerodetelephone']",
    ] {
        assert!(said.contains(expected), "{expected} is not in: {said}");
    }
    let parameters = definition.pointer("/triggers/When_an_action_is_performed/inputs/parameters");
    let parameter = |name: &str| parameters.and_then(|all| all[name].as_str()).unwrap_or_default();
    assert_eq!(parameter("subscriptionRequest/sdkmessagename"), unique_name, "{said}");
    assert_eq!(parameter("subscriptionRequest/entityname"), "none", "{said}");
    Ok(())
}

/// The code snippet has the name by which the trigger is found on its first line.
fn reads_the_snippet(person: &Person) -> Result<String> {
    person.presses("Déclencheurs")?;
    person.writes("Rechercher noms et attributs", "agent")?;
    person.waits_for_count("[data-testid=catalogue-row]", 1)?;
    person.css(".catalogue-name")?.click()?;
    person.browser.by_role("heading", AGENT)?;
    let code = person.browser.by_test_id("snippet")?.text()?;
    let first = code.lines().next().unwrap_or_default();
    let name = first.split([' ', ':']).find(|word| word.starts_with("msdynmkt_"));
    let name = name.unwrap_or_default().to_owned();
    assert!(name.starts_with("msdynmkt_envoyeral_agentcommercial_"), "{first}");
    assert!(first.contains(AGENT), "{first}");
    assert!(code.contains("\"numerodetelephone\": 0"), "{code}");
    Ok(name)
}

/// Both clients buy; each goes its own way.
fn runs_it(person: &Person) -> Result<()> {
    person.presses("Contacts")?;
    for (client, at) in [("Client 1", "2026-03-02T09:30"), ("Client 2", "2026-03-02T10:15")] {
        person.presses("Ajouter un événement")?;
        person.last_by_role("combobox", "Contact")?.choose(client)?;
        person.last_by_role("combobox", "Déclencheur ou interaction")?.choose(PURCHASE)?;
        person.writes_in_the_last("Quand", at)?;
        person.writes_in_the_last("Valeur de Montant", "64,90")?;
    }
    person.runs()?;
    let member = person.reads_the_trace_of("Client 1")?;
    for said in [NURTURE, TO, "Après un achat ?", FROM] {
        assert!(member.contains(said), "{said} is not in the trace of Client 1: {member}");
    }
    let shopper = person.reads_the_trace_of("Client 2")?;
    for said in [AGENT, "Appeler le nouvel acheteur", "Noor Haddad"] {
        assert!(shopper.contains(said), "{said} is not in the trace of Client 2: {shopper}");
    }
    assert!(!shopper.contains(TO), "{shopper}");
    Ok(())
}

#[test]
fn the_seed_is_told_in_french() -> Result<()> {
    let french = Options { language: "fr".into(), ..Options::default() };
    let person = Person::arrives(&french)?;
    person.presses("Nouvel espace de travail")?;
    creates_the_contacts(&person)?;
    creates_the_triggers(&person)?;
    builds_the_post_purchase_journey(&person)?;
    maps_a_fixed_value(&person)?;
    let raised = [FROM, "Activé dans", "Brouillon"];
    reads_used_in(&person, "aucun parcours en direct (1 au total)", &[raised])?;
    maps_to_attributes(&person)?;
    builds_the_nurture_journey(&person)?;

    publishes(&person, TO)?;
    publishes(&person, FROM)?;
    person.selects(NURTURE)?;
    let live = [[FROM, "Activé dans", "En direct"], [TO, "Démarre le parcours", "En direct"]];
    reads_used_in(&person, "2 parcours en direct", &live)?;
    person.browser.shot("seed-in-french-used-in")?;
    follows_the_chain(&person)?;

    builds_the_flow(&person)?;
    let unique_name = reads_the_snippet(&person)?;
    person.presses("Flux")?;
    person.presses(&format!("Appeler le nouvel acheteur Activé {AGENT}"))?;
    exports_the_flow(&person, &unique_name)?;
    person.browser.shot("seed-in-french-flow")?;
    runs_it(&person)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
