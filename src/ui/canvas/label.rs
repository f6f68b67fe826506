//! The name of a branch on its edge, with its count after a run, and what closes it.

use gloo_events::EventListener;
use leptos::prelude::*;
use web_sys::Element;

use crate::editor::Selection;
use crate::layout::{Point, Stop};
use crate::model::id::TileId;
use crate::model::journey::Tile;
use crate::model::tree::Slot;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{drag, fold};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::piece::{
    self, Keep, Piece, first, keep_in, last, listen, say_new, set, set_flag, set_or_not,
};
use crate::ui::suite::Suite;
use crate::ui::watch::Watch;
use crate::ui::words;

/// The pill of a branch; clicking it shows the settings of its tile.
#[component]
pub fn BranchLabel(
    /// The tile that branches.
    tile: TileId,
    /// Which of its branches.
    branch: Slot,
) -> impl IntoView {
    let (canvas, suite) = (Canvas::get(), Suite::get());
    let words = Watch::new(move |_| Words::of(canvas, tile, branch));
    let keep = move |at: &Element| {
        let mut parts = Parts::of(at.clone(), canvas, (tile, branch));
        let (mut shown, mut said) = (Look::default(), Words::default());
        let keep = move || {
            let look = Look::of(canvas, suite, (tile, branch), shown);
            parts.show(look, shown);
            shown = look;
            say_new(words, &mut said, |words| parts.say(words));
        };
        Box::new(keep) as Keep
    };
    Piece::new(html(), keep)
}

/// A label as it is before anything is known of it: [`Look::default`].
fn html() -> String {
    format!(
        r#"<div class="branch-at"><div class="branch-label" data-fits="false"><button type="button" class="branch-name" tabindex="-1"><span class="truncate"></span><span class="branch-count numeric"></span></button><button type="button" class="branch-fold" tabindex="-1">{}</button></div></div>"#,
        IconName::ChevronDown.svg()
    )
}

/// The elements of a label that change, and what listens to them.
struct Parts {
    at: Element,
    label: Element,
    button: Element,
    name: Element,
    /// Not there without a run.
    count: Element,
    /// Not there where nothing can be closed.
    fold: Element,
    _heard: [EventListener; 2],
}

impl Parts {
    /// Those of a label that was just made.
    fn of(at: Element, canvas: Canvas, (tile, branch): (TileId, Slot)) -> Self {
        let label = first(&at);
        let (button, fold) = (first(&label), last(&label));
        let (name, count) = (first(&button), last(&button));
        count.remove();
        fold.remove();
        set(&button, "data-testid", &format!("branch-{tile}-{branch}"));
        set(&fold, "data-testid", &format!("fold-{tile}-{branch}"));
        // Only a branch with a name of its own has an order among the others.
        if let Slot::Branch(id) = branch {
            set(&label, "data-branch", &format!("{tile} {id}"));
        }
        let heard = [
            listen(&button, "click", move |_| {
                canvas.store.select(Selection::tile(tile));
                canvas.focus.set(Stop::Tile(tile));
            }),
            listen(&fold, "click", move |_| fold::set(canvas, (tile, branch), true)),
        ];
        Self { at, label, button, name, count, fold, _heard: heard }
    }

    /// Shows what is not shown yet.
    fn show(&self, look: Look, shown: Look) {
        if let (Some(at), true) = (look.at, look.at != shown.at) {
            piece::place(&self.at, at, None);
        }
        if look.fits != shown.fits {
            set_flag(&self.label, "data-fits", look.fits);
        }
        if look.drop != shown.drop {
            set_or_not(&self.label, "data-drop", look.drop);
        }
        if look.covered != shown.covered {
            let covered = look.covered.map(|covered| if covered { "true" } else { "false" });
            set_or_not(&self.label, "data-covered", covered);
        }
    }

    /// Says what it is called.
    fn say(&mut self, words: &Words) {
        let Words { name, counted, fold } = words;
        self.name.set_text_content(Some(name));
        set(&self.button, "title", name);
        self.count.set_text_content(counted.as_deref());
        keep_in(&self.button, &self.count, counted.is_some());
        if let Some(words) = fold {
            set(&self.fold, "aria-label", words);
            set(&self.fold, "title", &t("key-fold"));
        }
        keep_in(&self.label, &self.fold, fold.is_some());
    }
}

/// Where a label is and what state it is in.
#[derive(Clone, Copy, Default)]
struct Look {
    at: Option<Point>,
    fits: bool,
    drop: Option<&'static str>,
    covered: Option<bool>,
}

impl Look {
    /// How a label looks; tracked. One that is just gone stays where it was.
    fn of(canvas: Canvas, suite: Suite, (tile, branch): (TileId, Slot), before: Self) -> Self {
        let at = canvas.layout.with(|layout| layout.label_at(tile, branch));
        let dragging = canvas.load.with(Option::is_some);
        let target = dragging.then(|| canvas.branch_target.get()).flatten();
        let target = target.filter(|found| (found.tile, found.beside) == (tile, branch));
        Self {
            at: at.or(before.at),
            fits: dragging && drag::fits_branch(canvas, tile),
            drop: target.map(|found| if found.after { "after" } else { "before" }),
            covered: suite.covers_branch(tile, branch),
        }
    }
}

/// All that a label says.
#[derive(Clone, PartialEq, Default)]
struct Words {
    name: String,
    /// What a run counted on the branch.
    counted: Option<String>,
    /// What screen readers call the button that closes it, where it can be closed.
    fold: Option<String>,
}

impl Words {
    /// What the label of a branch says; tracked.
    fn of(canvas: Canvas, tile: TileId, branch: Slot) -> Self {
        let counted = canvas.counts(tile).map(|counts| {
            let count = counts.branches.get(&branch).copied().unwrap_or_default();
            format!("{} · {}", numbers::count(count), numbers::share(count, counts.left))
        });
        // A branch that is closed is opened by what stands in its place.
        let closed = canvas.folds.with(|folds| folds.contains(&(tile, branch)));
        let has_tiles = |found: &Tile| {
            found.branches().iter().any(|(slot, tiles)| *slot == branch && !tiles.is_empty())
        };
        let found =
            canvas.with_tile(tile, |_, tile| (words::branch(tile, branch), has_tiles(tile)));
        let (name, has_tiles) = found.unwrap_or_default();
        let can_fold = !closed && has_tiles;
        let fold = can_fold.then(|| t_with("canvas-fold", [("branch", name.as_str().into())]));
        Self { name, counted, fold }
    }
}
