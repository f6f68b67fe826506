//! A journey as the text of a Mermaid flowchart, which many wikis draw.

use crate::editor::picture::{Caption, Captions};
use crate::editor::svg::add;
use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile, TileKind};

/// The text; without the Entry, of the tiles alone.
pub fn mermaid(journey: &Journey, captions: &Captions, entry: bool) -> String {
    let mut chart = Chart { journey, captions, text: "flowchart TD\n".into() };
    let mut from = Vec::new();
    if entry {
        chart.node(journey.entry.id, ["([", "])"]);
        from.push((journey.entry.id, None));
    }
    let ends = chart.sequence(&journey.tiles, from);
    if !ends.is_empty() && entry {
        chart.text.push_str("  done(( ))\n");
        ends.iter().for_each(|end| chart.arrow(end, "done"));
    }
    for note in &journey.notes {
        // A comment holds any letters, but ends with its line.
        let words = note.text.replace(|c: char| c.is_control(), " ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        add(&mut chart.text, format_args!("  %% {}: {words}\n", note.at.tile));
    }
    chart.text
}

/// Where a way leaves: a tile, and the name of the branch.
type Leaving = (TileId, Option<String>);

struct Chart<'a> {
    journey: &'a Journey,
    captions: &'a Captions,
    text: String,
}

impl Chart<'_> {
    /// Writes tiles that come after these; gives where ways leave them.
    fn sequence(&mut self, tiles: &Sequence, mut from: Vec<Leaving>) -> Vec<Leaving> {
        for tile in tiles {
            self.node(tile.id, shape(tile));
            let id = tile.id.to_string();
            from.iter().for_each(|one| self.arrow(one, &id));
            from = self.after(tile);
        }
        from
    }

    fn after(&mut self, tile: &Tile) -> Vec<Leaving> {
        let branches = tile.branches();
        if branches.is_empty() {
            let goes_on = !matches!(tile.kind, TileKind::Exit);
            return goes_on.then_some((tile.id, None)).into_iter().collect();
        }
        let mut ends = Vec::new();
        for (slot, tiles) in branches {
            let name = self.captions.branches.get(&(tile.id, slot)).cloned();
            ends.extend(self.sequence(tiles, vec![(tile.id, name)]));
        }
        ends
    }

    fn node(&mut self, id: TileId, [open, close]: [&str; 2]) {
        let caption = self.captions.tiles.get(&id).cloned().unwrap_or_default();
        let words = words(&caption);
        add(&mut self.text, format_args!("  {id}{open}\"{words}\"{close}\n"));
        let note = quoted(&self.journey.note_at(id).text);
        if !note.trim().is_empty() {
            add(&mut self.text, format_args!("  {id}note>\"{note}\"]\n  {id} --- {id}note\n"));
        }
    }

    fn arrow(&mut self, (from, name): &Leaving, to: &str) {
        match name.as_deref().map(quoted).filter(|name| !name.trim().is_empty()) {
            Some(name) => add(&mut self.text, format_args!("  {from} -->|\"{name}\"| {to}\n")),
            None => add(&mut self.text, format_args!("  {from} --> {to}\n")),
        }
    }
}

fn shape(tile: &Tile) -> [&'static str; 2] {
    match tile.kind {
        TileKind::AttributeBranch { .. } | TileKind::WaitFor { .. } | TileKind::Split { .. } => {
            ["{{", "}}"]
        }
        TileKind::Exit => ["([", "])"],
        TileKind::CustomTrigger { .. } => ["[/", "/]"],
        TileKind::Wait(_) | TileKind::Message { .. } => ["[", "]"],
    }
}

fn words(caption: &Caption) -> String {
    let (title, line) = (quoted(&caption.title), quoted(&caption.line));
    match (title.trim(), line.trim()) {
        ("", "") => " ".into(),
        (title, "") => title.to_owned(),
        ("", line) => line.to_owned(),
        (title, line) => format!("{title}<br/>{line}"),
    }
}

/// A text as it may stand between quotes: what means something to Mermaid is written as
/// the number of its character.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' | ';' | '*' | '_' => {
                add(&mut out, format_args!("#{};", u32::from(c)));
            }
            c if c.is_control() || c == '\u{2028}' || c == '\u{2029}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_names_stay_between_their_quotes() {
        assert_eq!(quoted("\"] --> x[\""), "#34;] --#62; x[#34;");
        assert_eq!(quoted("a\nb 😀 #1"), "a b 😀 #35;1");
        assert_eq!(words(&Caption::default()), " ");
    }
}
