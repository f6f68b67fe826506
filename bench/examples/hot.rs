use bench::{
    by_engine::{self, Workload},
    contacts,
};
fn main() {
    let count = std::env::args().nth(2).map_or(300_000, |w| w.parse().unwrap());
    let text = contacts::file(count);
    let events = by_engine::events(&text);
    let workload = Workload::new().unwrap();
    let data = workload.read(text.as_bytes(), events.as_bytes()).unwrap();
    let mut best = f64::INFINITY;
    let n: usize = std::env::args().nth(1).map_or(60, |w| w.parse().unwrap());
    for _ in 0..n {
        let ends = vec![by_engine::Ends::new(data.contacts())];
        let start = std::time::Instant::now();
        let ran = workload.run(&data, ends);
        best = best.min(start.elapsed().as_secs_f64());
        std::hint::black_box(&ran);
    }
    println!("{:.1} ns per contact", best * 1e9 / count as f64);
}
