//! The map as an SVG file that needs nothing else: its colours and its words are in it.

use crate::check::links::Node;
use crate::editor::map::{Map, MapBox};
use crate::editor::svg::{Paper, add, escaped, fitting, marker};
use crate::layout::Number;

/// The colours of a map, as CSS writes them, and the words on it.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "each is the token of that name")]
pub struct Look {
    /// What it is drawn on and with.
    pub paper: Paper,
    pub trigger_soft: String,
    pub message_soft: String,
    pub error: String,
    /// The colour of each journey's dot and the word for its state, by its place on the
    /// map; for flows, whether they react.
    pub states: Vec<(String, String)>,
    /// What stands for an empty name.
    pub nameless: String,
}

/// Around the map.
const MARGIN: f64 = 32.0;

/// The file.
pub fn svg(map: &Map, look: &Look) -> String {
    let (width, height) = (map.size.0 + 2.0 * MARGIN, map.size.1 + 2.0 * MARGIN);
    let [width, height, shift] = [width, height, -MARGIN].map(Number);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{shift} {shift} {width} {height}\" font-family=\"system-ui, sans-serif\">\n\
         <defs>{}{}</defs>\n\
         <rect x=\"{shift}\" y=\"{shift}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        marker("arrow", &look.paper.edge),
        marker("loop", &look.error),
        escaped(&look.paper.canvas),
    );
    for line in &map.lines {
        let (colour, end, wide) = match line.arrow.in_loop {
            true => (&look.error, "loop", "2"),
            false => (&look.paper.edge, "arrow", "1.5"),
        };
        let dash = if line.arrow.live { "" } else { " stroke-dasharray=\"5 4\"" };
        add(
            &mut out,
            format_args!(
                "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{wide}\"{dash} \
                 marker-end=\"url(#{end})\"/>\n",
                line.d(),
                escaped(colour)
            ),
        );
    }
    for (at, one) in map.boxes.iter().enumerate() {
        draw_box(&mut out, one, look, look.states.get(at));
    }
    out.push_str("</svg>\n");
    out
}

fn draw_box(out: &mut String, one: &MapBox, look: &Look, state: Option<&(String, String)>) {
    let (fill, radius) = match one.node {
        Node::Journey(_) => (&look.paper.surface, 10.0),
        Node::Trigger(_) => (&look.trigger_soft, one.rect.height / 2.0),
        Node::Flow(_) => (&look.message_soft, 6.0),
    };
    let stroke = if one.in_loop { &look.error } else { &look.paper.line };
    let [x, y, width, height, radius] =
        [one.rect.x, one.rect.y, one.rect.width, one.rect.height, radius].map(Number);
    add(
        out,
        format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" \
             fill=\"{}\" stroke=\"{}\"/>",
            escaped(fill),
            escaped(stroke)
        ),
    );
    let name = if one.name.trim().is_empty() { &look.nameless } else { &one.name };
    let left = Number(one.rect.x + 14.0);
    let has_state = !matches!(one.node, Node::Trigger(_));
    let middle = one.rect.y + one.rect.height / 2.0;
    let base = Number(if has_state { middle - 3.0 } else { middle + 4.5 });
    add(
        out,
        format_args!(
            "<text x=\"{left}\" y=\"{base}\" font-size=\"13\" fill=\"{}\">{}</text>",
            escaped(&look.paper.text),
            escaped(&fitting(name, one.rect.width - 28.0))
        ),
    );
    if let (true, Some((colour, words))) = (has_state, state) {
        let [dot, below, after] = [one.rect.x + 18.0, middle + 13.0, one.rect.x + 28.0].map(Number);
        let dot_y = Number(middle + 9.0);
        add(
            out,
            format_args!(
                "<circle cx=\"{dot}\" cy=\"{dot_y}\" r=\"4\" fill=\"{}\"/>\
                 <text x=\"{after}\" y=\"{below}\" font-size=\"11\" fill=\"{}\">{}</text>",
                escaped(colour),
                escaped(&look.paper.text_soft),
                escaped(&fitting(words, one.rect.width - 42.0))
            ),
        );
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Rect;
    use crate::model::id::TriggerId;

    #[test]
    fn names_cannot_end_their_element() {
        let rect = Rect { x: 0.0, y: 0.0, width: 400.0, height: 30.0 };
        let name = "</text><script>&\u{0}".to_owned();
        let node = Node::Trigger(TriggerId(1));
        let one =
            MapBox { node, name, version: None, state: None, live: true, in_loop: false, rect };
        let map = Map { boxes: vec![one], lines: vec![], size: (400.0, 30.0) };
        let text = svg(&map, &Look::default());
        assert!(text.contains("&lt;/text&gt;&lt;script&gt;&amp; </text>"), "{text}");
    }
}
