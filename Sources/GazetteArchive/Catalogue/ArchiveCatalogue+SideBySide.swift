import Dispatch
import Glibc
import SQLiteKit
import Synchronization

extension ArchiveCatalogue {
  /// Runs `body` for each number below `count`, several at a time where that is worth it, and gives
  /// what they answer in order.
  func readingSideBySide<Value: Sendable>(
    _ count: Int, _ body: @Sendable (Int, Database) throws -> Value
  ) throws(ArchiveFailure) -> [Value] {
    let block = 16
    let threads = isMapped ? min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 4) : 1
    guard threads > 1, count > 4 * block else {
      return try reading { database in try (0..<count).map { try body($0, database) } }
    }
    let blocks = (count + block - 1) / block
    let next = Atomic(0)
    let done = Mutex<(values: [Int: [Value]], failure: ArchiveFailure?)>(([:], nil))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      do {
        // Whoever cannot open it leaves the work to the first.
        guard let queue = thread == 0 ? self.queue : try? Self.queue(path, isMapped) else { return }
        try queue.read { database in
          // What lies at the path may be another index by now; the first goes on alone.
          if thread > 0, try Self.list(in: database) != issues.bytes { return }
          while true {
            let number = next.add(1, ordering: .relaxed).oldValue
            guard number < blocks, done.withLock({ $0.failure == nil }) else { return }
            let range = number * block..<min(count, (number + 1) * block)
            let values = try range.map { try body($0, database) }
            done.withLock { $0.values[number] = values }
          }
        }
      } catch {
        done.withLock { $0.failure = ArchiveFailure(error, path: path) }
      }
    }
    return try done.withLock { done throws(ArchiveFailure) in
      if let failure = done.failure { throw failure }
      return (0..<blocks).flatMap { done.values[$0] ?? [] }
    }
  }
}
