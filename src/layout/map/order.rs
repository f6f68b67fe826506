//! The order within layers: each stands near the middle of what it is linked with in the
//! layer beside, so that few links cross.

use crate::layout::map::layers::Layered;
use crate::model::collect;

/// How often the layers are gone through, to the right and back.
const SWEEPS: usize = 16;

/// What stands in each layer, from top to bottom. What has no link is left out.
pub(super) fn order(layered: &Layered) -> Vec<Vec<usize>> {
    let count = layered.layer_of.iter().max().map_or(0, |deepest| deepest + 1);
    let mut rows = vec![Vec::new(); count];
    for (at, &layer) in layered.layer_of.iter().enumerate() {
        if !layered.is_alone.get(at).copied().unwrap_or_default() {
            rows[layer].push(at);
        }
    }
    let mut best = rows.clone();
    let mut least = crossings(layered, &rows);
    for sweep in 0..SWEEPS {
        let forth = sweep % 2 == 0;
        for step in 1..rows.len() {
            let layer = if forth { step } else { rows.len() - 1 - step };
            let linked = if forth { &layered.before } else { &layered.after };
            let places = places(layered.layer_of.len(), &rows);
            let wish = |at: usize| middle(&linked[at], &places).unwrap_or(places[at] as f64);
            collect::sort(&mut rows[layer], |&one, &other| wish(one).total_cmp(&wish(other)));
        }
        let crossing = crossings(layered, &rows);
        if crossing < least {
            (best, least) = (rows.clone(), crossing);
        }
    }
    best
}

fn places(count: usize, rows: &[Vec<usize>]) -> Vec<usize> {
    let mut places = vec![0; count];
    for row in rows {
        for (place, &at) in row.iter().enumerate() {
            places[at] = place;
        }
    }
    places
}

fn middle(linked: &[usize], places: &[usize]) -> Option<f64> {
    let sum: usize = linked.iter().map(|&other| places[other]).sum();
    (!linked.is_empty()).then(|| sum as f64 / linked.len() as f64)
}

/// How many pairs of links cross between layers.
fn crossings(layered: &Layered, rows: &[Vec<usize>]) -> usize {
    let places = places(layered.layer_of.len(), rows);
    let mut count = 0;
    for row in rows {
        let mut ends: Vec<usize> = Vec::new();
        for &at in row {
            let mut of_one: Vec<usize> = layered.after[at].iter().map(|&to| places[to]).collect();
            collect::sort_by_key(&mut of_one, |place| *place);
            ends.extend(of_one);
        }
        count += inversions(&ends);
    }
    count
}

/// How many pairs stand the wrong way round, counted by a tree of sums.
fn inversions(ends: &[usize]) -> usize {
    let size = ends.iter().max().map_or(0, |most| most + 2);
    let mut sums = vec![0_usize; size];
    let mut count = 0;
    for (seen, &end) in ends.iter().enumerate() {
        let mut at = end + 1;
        let mut not_after = 0;
        while at > 0 {
            not_after += sums[at];
            at &= at - 1;
        }
        count += seen - not_after;
        at = end + 1;
        while at < size {
            sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::inversions;

    #[test]
    fn pairs_the_wrong_way_round_are_counted() {
        assert_eq!(inversions(&[]), 0);
        assert_eq!(inversions(&[0, 1, 1, 2]), 0);
        assert_eq!(inversions(&[2, 1, 0]), 3);
        assert_eq!(inversions(&[1, 0, 2, 0]), 3);
    }
}
