import Dispatch
import Glibc
import Synchronization

extension ArchiveCatalogue {
  /// Runs `body` for each of some issues, several at a time where the storage allows that, and gives
  /// what it answers in order.
  ///
  /// - Parameters:
  ///   - places: The issues.
  ///   - parts: What `body` reads of each.
  func readingSideBySide<Value: Sendable>(
    _ places: [Int], _ parts: [ArchivePart],
    _ body: @Sendable (_ place: Int, any ArchiveReader) throws -> Value
  ) throws(ArchiveFailure) -> [Value] {
    let blocks = stride(from: 0, to: places.count, by: Self.block).map {
      places[$0..<min($0 + Self.block, places.count)]
    }
    let next = Atomic(0)
    let done = Mutex<(values: [Int: [Value]], failure: ArchiveFailure?)>(([:], nil))
    @Sendable func work(_ reader: any ArchiveReader) throws {
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < blocks.count, done.withLock({ $0.failure == nil }) else { return }
        try reader.prepare(parts, of: blocks[number].map { self.issues.heads[$0].number })
        let values = try blocks[number].map { try body($0, reader) }
        done.withLock { $0.values[number] = values }
      }
    }
    let threads =
      storage.readsMuch && blocks.count > 4 ? min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 4) : 1
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      do {
        // Where there is no other way to the index the work is left to the first.
        guard let storage = thread == 0 ? self.storage : self.storage.another(with: issues.bytes)
        else { return }
        try storage.read(work)
      } catch {
        done.withLock { $0.failure = ArchiveFailure(error, path: path) }
      }
    }
    return try done.withLock { done throws(ArchiveFailure) in
      if let failure = done.failure { throw failure }
      return blocks.indices.flatMap { done.values[$0] ?? [] }
    }
  }
}
