//! What the tabs of one browser tell each other: whose document was saved.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// The line to the other tabs. Dropping it hangs up.
pub struct Tabs {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

const CHANNEL: &str = "parcours";

impl Tabs {
    /// Listens: `on_saved` is called with the key of each workspace that another tab
    /// saved. None where the browser has no such line; then saving finds out.
    pub fn listen(on_saved: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            event.data().as_string().into_iter().for_each(&on_saved);
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self { channel, _heard: heard })
    }

    /// Tells the others that the workspace of that key was saved.
    pub fn tell(&self, key: &str) {
        // Who is not told finds out when saving.
        let _ = self.channel.post_message(&key.into());
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
