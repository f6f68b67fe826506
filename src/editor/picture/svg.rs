//! A picture as an SVG file that needs nothing else: its colours and its words are in it.

use crate::editor::picture::{Caption, Noted, Picture};
use crate::editor::svg::{Paper, add, escaped, fitting, lines};
use crate::layout::{Family, Number, Rect};

/// The colours of a picture, as CSS writes them.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// What it is drawn on and with.
    pub paper: Paper,
    /// The colours of a note.
    pub note: String,
    /// What is behind its words.
    pub note_soft: String,
    /// The colour of each family, in the order of [`Family`].
    pub families: Vec<String>,
}

impl Look {
    /// The colours by the names of their tokens.
    pub fn of(token: &dyn Fn(&str) -> String) -> Self {
        let families = ["entry", "branch", "wait", "message", "trigger", "exit"];
        Self {
            paper: Paper::of(token),
            note: token("note"),
            note_soft: token("note-soft"),
            families: families.map(token).into(),
        }
    }
}

/// Around the picture.
const MARGIN: f64 = 24.0;
/// From the left edge of a tile to its words.
const INDENT: f64 = 18.0;

/// From the left edge of a card to its words, and from one line of them to the next.
const NOTE_INDENT: f64 = 8.0;
const LINE: f64 = 17.0;

/// The file.
pub fn svg(picture: &Picture, look: &Look, title: &str) -> String {
    let Rect { x, y, width, height } = picture.bounds;
    let [x, y, width, height] =
        [x - MARGIN, y - MARGIN, width + 2.0 * MARGIN, height + 2.0 * MARGIN].map(Number);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{x} {y} {width} {height}\" font-family=\"system-ui, sans-serif\">\n\
         <title>{}</title>\n\
         <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        escaped(title),
        escaped(&look.paper.canvas),
    );
    let edge = escaped(&look.paper.edge);
    for d in &picture.lines {
        let line = format_args!(
            "<path d=\"{d}\" fill=\"none\" stroke=\"{edge}\" stroke-width=\"1.5\"/>\n"
        );
        add(&mut out, line);
    }
    for end in &picture.ends {
        let [x, y] = [end.x, end.y].map(Number);
        add(&mut out, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" fill=\"{edge}\"/>\n"));
    }
    picture.lying.iter().for_each(|one| note(&mut out, one, look));
    for one in &picture.boxes {
        tile(&mut out, one, look);
    }
    picture.notes.iter().for_each(|one| note(&mut out, one, look));
    for (at, name) in &picture.labels {
        let name = fitting(name, 164.0);
        let width = 20.0 + 6.8 * name.chars().count() as f64;
        let rect = Rect { x: at.x - width / 2.0, y: at.y - 11.0, width, height: 22.0 };
        frame(&mut out, rect, 11.0, look);
        let (x, y) = (Number(at.x), Number(at.y + 4.0));
        let words = format_args!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"12\" fill=\"{}\">{}</text>\n",
            escaped(&look.paper.text),
            escaped(&name)
        );
        add(&mut out, words);
    }
    out.push_str("</svg>\n");
    out
}

fn tile(out: &mut String, (rect, family, caption): &(Rect, Family, Caption), look: &Look) {
    frame(out, *rect, 10.0, look);
    let colour = look.families.get(*family as usize).map(String::as_str).unwrap_or_default();
    let [x, y, height] = [rect.x + 6.0, rect.y + 8.0, rect.height - 16.0].map(Number);
    let bar = format_args!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"4\" height=\"{height}\" rx=\"2\" fill=\"{}\"/>",
        escaped(colour)
    );
    add(out, bar);
    let room = rect.width - INDENT - 10.0;
    let middle = rect.y + rect.height / 2.0;
    let has_line = !caption.line.trim().is_empty() && rect.height > 50.0;
    let base = if has_line { middle - 5.0 } else { middle + 4.5 };
    text(
        out,
        (rect.x + INDENT, base),
        14,
        (&look.paper.text, &fitting(&caption.title, 0.9 * room)),
    );
    if has_line {
        let line = fitting(&caption.line, room);
        text(out, (rect.x + INDENT, middle + 15.0), 12, (&look.paper.text_soft, &line));
    }
    out.push('\n');
}

/// A card with as much of its note as has room, or a mark; all of it is in the title.
fn note(out: &mut String, Noted { rect, text: said, card }: &Noted, look: &Look) {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(Number);
    let shape = format_args!(
        "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
         rx=\"4\" fill=\"{}\" stroke=\"{}\"/>",
        escaped(said),
        escaped(&look.note_soft),
        escaped(&look.note)
    );
    add(out, shape);
    if *card {
        let room = (rect.height / LINE) as usize;
        let lines = lines(said, rect.width - 2.0 * NOTE_INDENT, room);
        for (index, line) in lines.iter().enumerate() {
            let base = rect.y + LINE * (index as f64 + 1.0) - 1.0;
            text(out, (rect.x + NOTE_INDENT, base), 12, (&look.paper.text, line));
        }
    }
    out.push_str("</g>\n");
}

fn frame(out: &mut String, rect: Rect, radius: f64, look: &Look) {
    let [x, y, width, height, radius] =
        [rect.x, rect.y, rect.width, rect.height, radius].map(Number);
    let frame = format_args!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" \
         fill=\"{}\" stroke=\"{}\"/>",
        escaped(&look.paper.surface),
        escaped(&look.paper.line)
    );
    add(out, frame);
}

fn text(out: &mut String, (x, y): (f64, f64), size: u32, (colour, words): (&str, &str)) {
    let weight = if size > 12 { " font-weight=\"600\"" } else { "" };
    let text = format_args!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{size}\"{weight} fill=\"{}\">{}</text>",
        Number(x),
        Number(y),
        escaped(colour),
        escaped(words)
    );
    add(out, text);
}
