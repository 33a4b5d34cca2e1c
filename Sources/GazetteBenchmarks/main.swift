import GazetteModel
import GazetteText
import Glibc

// Prints how long the work behind the browser takes on the shipped issue, a line each: a name, a
// tab, and milliseconds of processor time, which other programs on the machine do not lengthen.
// `Scripts/bench.py` reads it.

/// The processor time that the process has used, in milliseconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// The median of the milliseconds that some runs of a piece of work take.
func median(_ runs: Int = 21, _ work: () -> Void) -> Double {
  var times: [Double] = []
  for _ in 0..<runs {
    let start = processorTime()
    work()
    times.append(processorTime() - start)
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
