//! What was received on the ways through a journey: each link comes after those that every
//! way there has.

/// A tree of links, numbered so that "is an ancestor of" is one comparison.
#[derive(Debug, Default)]
pub(super) struct Links {
    parents: Vec<usize>,
    starts: Vec<usize>,
    sizes: Vec<usize>,
}

impl Links {
    /// With link 0: nothing received.
    pub fn new() -> Self {
        Self { parents: vec![0], starts: Vec::new(), sizes: Vec::new() }
    }

    pub fn add(&mut self, parent: usize) -> usize {
        self.parents.push(parent);
        self.parents.len() - 1
    }

    /// Numbers the links from the root on. A parent always comes before its children.
    pub fn number(&mut self) {
        let count = self.parents.len();
        self.sizes = vec![1; count];
        for link in (1..count).rev() {
            self.sizes[self.parents[link]] += self.sizes[link];
        }
        self.starts = vec![0; count];
        let mut next = vec![1; count];
        for link in 1..count {
            let parent = self.parents[link];
            self.starts[link] = next[parent];
            next[parent] += self.sizes[link];
            next[link] = self.starts[link] + 1;
        }
    }

    /// Whether `link` is `of` or one of its ancestors.
    pub fn leads(&self, link: usize, of: usize) -> bool {
        let start = self.starts[link];
        (start..start + self.sizes[link]).contains(&self.starts[of])
    }
}
