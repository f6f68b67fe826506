//! Where the value of each attribute of the raised trigger comes from: a fixed
//! value, or an attribute path (rules M1 to M3).

use leptos::prelude::*;

use crate::check::{At, Site, Spot, Wanted, term};
use crate::editor::JourneyEdit;
use crate::model::condition::Source;
use crate::model::id::{AttributeId, TileId, TriggerId};
use crate::model::journey::{Mapping, TileKind};
use crate::model::value::Type;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::problems::inline::is_doubtful;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Says, Segments, type_icon, wrong_at};
use crate::ui::properties::source::{SourcePicker, source_words};
use crate::ui::properties::value::ValueInput;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::words;

/// How an attribute is mapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Fixed,
    Attribute,
}

/// One attribute of the trigger that a tile raises. Copied freely; it is a handle.
#[derive(Clone, Copy)]
struct Card {
    open: Open,
    tile: TileId,
    of: Mapped,
}

/// What a card maps.
#[derive(Clone, Copy)]
pub enum Mapped {
    /// An attribute of the trigger that the tile raises.
    Attribute(TriggerId, AttributeId),
    /// The built-in `bindingId` of it, which is optional (rule S4).
    Binding,
}

impl Card {
    fn mapping(self) -> Option<Mapping> {
        self.open.tile(self.tile, |tile| match (&tile.kind, self.of) {
            (TileKind::CustomTrigger { mappings, .. }, Mapped::Attribute(_, attribute)) => {
                mappings.get(&attribute).cloned()
            }
            (TileKind::CustomTrigger { binding, .. }, Mapped::Binding) => binding.clone(),
            _ => None,
        })
    }

    fn ty(self) -> Option<Type> {
        match self.of {
            Mapped::Attribute(trigger, id) => {
                self.open.store.read(|w| w.attribute_of(trigger, id).ok().map(|one| one.ty.clone()))
            }
            Mapped::Binding => Some(Type::Text),
        }
    }

    fn name(self) -> String {
        let name = match self.of {
            Mapped::Attribute(trigger, id) => self
                .open
                .store
                .read(|w| w.attribute_of(trigger, id).ok().map(|one| one.name.clone())),
            Mapped::Binding => Some(t(term::SOURCE_BINDING)),
        };
        name.unwrap_or_default()
    }

    fn site(self) -> Site {
        let spot = match self.of {
            Mapped::Attribute(_, attribute) => Spot::Mapping(attribute),
            Mapped::Binding => Spot::Binding,
        };
        self.open.site(Some(self.tile), spot)
    }

    /// The beginning of its names for tests.
    fn test_id(self) -> String {
        match self.of {
            Mapped::Attribute(_, attribute) => format!("map-{attribute}"),
            Mapped::Binding => "map-binding".into(),
        }
    }

    fn set(self, mapping: Option<Mapping>) {
        self.open.edit(match self.of {
            Mapped::Attribute(_, attribute) => {
                JourneyEdit::SetMapping(self.tile, attribute, mapping)
            }
            Mapped::Binding => JourneyEdit::SetBinding(self.tile, mapping),
        });
    }

    /// The mapping in words: the path, or the fixed value as people write it.
    fn words(self, ty: &Type) -> String {
        match self.mapping() {
            None => t(match self.of {
                Mapped::Attribute(..) => "mapping-none",
                Mapped::Binding => "binding-none",
            }),
            Some(Mapping::Attribute(source)) => {
                source_words(self.open, At::Tile(self.tile), source)
            }
            Some(Mapping::Fixed(text)) => {
                t_with("mapping-fixed", [("value", self.value(&text, ty).into())])
            }
        }
    }

    fn value(self, text: &str, ty: &Type) -> String {
        let name = self.open.read(|_, journey| journey.time_zone.clone());
        let zone =
            crate::model::time::time_zone(&name).unwrap_or(crate::model::zone::TimeZone::UTC);
        let read = crate::model::value::Value::parse(text, ty, &zone);
        read.map_or_else(|_| text.to_owned(), |value| words::value(&value, &name))
    }
}

/// The card of an attribute, or of the `bindingId`.
#[component]
pub fn MappingCard(
    /// The Custom trigger tile.
    tile: TileId,
    /// What is mapped.
    of: Mapped,
) -> impl IntoView {
    let card = Card { open: Open::get(), tile, of };
    let ty = Watch::new(move |_| card.ty());
    let name = move || card.name();
    let (site, test_id) = (card.site(), card.test_id());
    let is_mapped = Watch::new(move |_| card.mapping().is_some());
    let is_good = move || is_mapped.get() && !is_doubtful(card.open.store, site);
    view! {
        <div class="pane-card mapping" role="group" aria-label=move || name() data-testid=test_id.clone()>
            <div class="mapping-head">
                {move || {
                    ty.get()
                        .map(|ty| {
                            let icon = type_icon(&ty);
                            view! {
                                <span class="type-chip" title=move || card.open.store.read(|w| words::type_name(w, &ty))>
                                    <Icon name=icon/>
                                </span>
                            }
                                .into_any()
                        })
                }}
                <div class="mapping-names">
                    <span class="mapping-name truncate" title=move || name()>{move || name()}</span>
                    <span class="soft small truncate" data-testid=format!("{test_id}-words")>
                        {move || ty.get().map(|ty| card.words(&ty))}
                    </span>
                </div>
                {move || is_good().then(|| view! {
                    <span class="mapping-good" title=move || t("mapping-done")>
                        <Icon name=IconName::CircleCheck/>
                        <span class="sr-only">{move || t("mapping-done")}</span>
                    </span>
                }.into_any())}
                {move || {
                    is_mapped.get()
                        .then(|| {
                            view! {
                                <IconButton
                                    icon=IconName::X
                                    label=Signal::derive(move || t_with("mapping-clear", [("name", name().into())]))
                                    on_click=move |()| card.set(None)
                                    test_id=format!("{}-clear", card.test_id())
                                />
                            }
                                .into_any()
                        })
                }}
            </div>
            <Ways card ty/>
            <Says site/>
        </div>
    }
}

/// The choice between the two ways, and the control of the chosen one.
#[component]
fn Ways(card: Card, ty: Watch<Option<Type>>) -> impl IntoView {
    let chosen = RwSignal::new(None::<Way>);
    let mapped = Watch::new(move |_| {
        card.mapping().map(|mapping| match mapping {
            Mapping::Fixed(_) => Way::Fixed,
            Mapping::Attribute(_) => Way::Attribute,
        })
    });
    // An edit from elsewhere, such as undo, decides anew which way is shown.
    Effect::new(move |before: Option<Option<Way>>| {
        let now = mapped.get();
        if before.is_some_and(|before| before != now) && now.is_some() {
            chosen.set(None);
        }
        now
    });
    let way = Watch::new(move |_| chosen.get().or_else(|| mapped.get()));
    view! {
        <Segments
            label=Signal::derive(|| t("mapping-way"))
            value=way
            options=vec![
                (Way::Fixed, Signal::derive(|| t("mapping-way-value")), "mode-value"),
                (Way::Attribute, Signal::derive(|| t("mapping-way-attribute")), "mode-attribute"),
            ]
            on_choose=move |way| chosen.set(Some(way))
            test_id=card.test_id()
        />
        {move || {
            let ty = ty.get()?;
            Some(match way.get()? {
                Way::Fixed => view! { <FixedValue card ty/> }.into_any(),
                Way::Attribute => view! { <PathPicker card ty/> }.into_any(),
            })
        }}
    }
}

#[component]
fn FixedValue(card: Card, ty: Type) -> impl IntoView {
    let site = card.site();
    let value = move || match card.mapping() {
        Some(Mapping::Fixed(text)) => text,
        _ => String::new(),
    };
    view! {
        <ValueInput
            label=Signal::derive(move || label_of(card, "mapping-value-of"))
            ty
            value=Signal::derive(value)
            on_input=move |text| card.set(Some(Mapping::Fixed(text)))
            invalid=wrong_at(card.open, site)
            test_id=format!("{}-value", card.test_id())
        />
    }
}

#[component]
fn PathPicker(card: Card, ty: Type) -> impl IntoView {
    let site = card.site();
    let value = move || match card.mapping() {
        Some(Mapping::Attribute(source)) => Some(source),
        _ => None,
    };
    let choose = move |(source, _): (Source, Type)| card.set(Some(Mapping::Attribute(source)));
    view! {
        <SourcePicker
            label=Signal::derive(move || label_of(card, "mapping-source-of"))
            at=At::Tile(card.tile)
            wanted=Wanted::Type(ty)
            value=Signal::derive(value)
            on_choose=choose
            invalid=wrong_at(card.open, site)
            test_id=format!("{}-source", card.test_id())
        />
    }
}

fn label_of(card: Card, id: &str) -> String {
    t_with(id, [("name", card.name().into())])
}
