//! Recorded events.

use std::sync::Arc;

use crate::*;

#[test]
fn s4_events_may_have_a_binding() {
    let text = "contact_id,trigger,at,BindingID\nanna,Order placed,1997-01-02,\nanna,Order placed,1997-01-01,order/7\n";
    let (data, reading) = events(text);
    assert_eq!(reading.unwrap().ignored, Vec::<String>::new());
    let bindings: Vec<_> = (0..2).map(|event| data.binding(event)).collect();
    assert_eq!(bindings, [Some("order/7"), None]);
}

#[test]
fn events_out_of_order_are_counted_and_put_in_order() {
    let (data, reading) = events(
        "contact_id,trigger,at\n\
         anna,Order placed,1997-01-03\n\
         anna,Order placed,1997-01-01\n\
         anna,Order placed,1997-01-02\n\
         anna,Order placed,1997-01-03\n",
    );
    let reading = reading.unwrap();
    assert_eq!((reading.taken, reading.left_out, reading.out_of_order), (4, 0, 2));
    assert_eq!(data.events(), 4);
}

#[test]
fn events_name_their_trigger_by_name_or_unique_name() {
    let (data, reading) = events(
        "contact_id,trigger,at,number_of_cds\n\
         anna,Order placed,1997-01-01T00:00:00Z,1\n\
         anna,order PLACED,1997-01-02,2\n\
         anna,msdynmkt_orderplaced_000000004,1997-01-03T12:00+01:00,\n",
    );
    let reading = reading.unwrap();
    assert_eq!((reading.taken, reading.absent), (3, vec!["Gift".to_owned()]));
    assert_eq!(data.events(), 3);
    let day = Instant(852_076_800_000);
    assert_eq!(data.span(), Some((day, day.plus((48 + 11) * 3_600_000))));
}

#[test]
fn an_event_that_does_not_fit_is_left_out_with_line_column_and_cause() {
    let (data, reading) = events(
        "contact_id,trigger,at,gift\n\
         ben,Order placed,1997-01-01,\n\
         anna,Order lost,1997-01-01,\n\
         anna,Order placed,yesterday,\n\
         anna,Order placed,,\n\
         anna,Order placed,1997-01-01,perhaps\n\
         anna,Order placed,1997-01-01,true\n",
    );
    let date = ValueError::DateTime(TimeError);
    let reading = reading.unwrap();
    // Events of people who take no part are many and no mistake: they are counted.
    assert_eq!(reading.unknown_contacts, 1);
    assert_eq!(
        reading.issues,
        [
            issue(3, "trigger", RowCause::UnknownTrigger("Order lost".into())),
            issue(4, "at", RowCause::Value("yesterday".into(), date)),
            issue(5, "at", RowCause::Empty),
            issue(6, "gift", RowCause::Value("perhaps".into(), ValueError::TrueFalse)),
        ]
    );
    assert_eq!(data.events(), 1);
}

#[test]
fn a_row_with_a_message_is_an_interaction() {
    let mut workspace = workspace();
    let message = |id: u32, name: &str| {
        Arc::new(Tile {
            id: TileId(id),
            name: name.into(),
            kind: TileKind::Message { channel: Channel::Email, to: None, content: "Hi".into() },
            note: parcours::model::note::Note::default(),
        })
    };
    let journey = Journey {
        tiles: vec![message(12, "First one"), message(13, "Twice"), message(14, "twice")],
        ..Journey::new(
            JourneyId(10),
            "Welcome",
            Entry::on(TileId(11), Listener::default(), Repeat::Never),
        )
    };
    workspace.journeys.insert(journey.id, Arc::new(journey));
    let mut builder = DatasetBuilder::new(&workspace);
    read_contacts("contact_id,country\nanna,FR\n".as_bytes(), &workspace, &mut builder).unwrap();
    let text = "contact_id,trigger,at,message\n\
                anna,opened,1997-01-01,first one\n\
                anna,Clicked,1997-01-01,n13\n\
                anna,opened,1997-01-01,Twice\n\
                anna,opened,1997-01-01,Third\n\
                anna,bounced,1997-01-01,n12\n\
                anna,Order placed,1997-01-01,\n";
    let reading = read_events(text.as_bytes(), &workspace, &mut builder).unwrap();
    assert_eq!((reading.taken, reading.ignored.len()), (3, 0));
    assert_eq!(
        reading.issues,
        [
            issue(4, "message", RowCause::SeveralMessages("Twice".into())),
            issue(5, "message", RowCause::UnknownMessage("Third".into())),
            issue(6, "trigger", RowCause::UnknownInteraction("bounced".into())),
        ]
    );
    assert_eq!(builder.finish().events(), 3);
}
