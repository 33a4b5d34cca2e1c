import GazetteModel

// Prints how long the work behind the browser takes on the shipped issue, a line each: a name, a tab, and
// milliseconds. `Scripts/bench.py` reads it.

/// The median of the milliseconds that some runs of a piece of work take.
func median(_ runs: Int = 21, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  var times: [Double] = []
  for _ in 0..<runs {
    let time = clock.measure(work).components
    times.append(Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15)
  }
  return times.sorted()[runs / 2]
}

let issue = ShippedIssue.load()
let index = DepartmentIndex(issue: issue)
_ = Pinyin.shared

print("parse", median { _ = ShippedIssue.load() }, separator: "\t")
print("index of bodies", median { _ = DepartmentIndex(issue: issue) }, separator: "\t")
print(
  "slowest dossier",
  index.departments.indices.map { place in median(5) { _ = index.dossier(of: place, in: issue) } }
    .max() ?? 0, separator: "\t")
print("table of bodies", median { _ = DutyTable(index, in: issue) }, separator: "\t")
let library = Library(issues: [issue])
print("all indexes", median { _ = LibraryIndexes(library) }, separator: "\t")
