import Dispatch
import Glibc
import Synchronization

extension ArchiveCatalogue {
  /// Runs `body` for each of some issues, several at a time where the storage allows that, and gives
  /// what it answers in order, while others are still worked on.
  ///
  /// - Parameters:
  ///   - places: The issues.
  ///   - parts: What `body` reads of each.
  ///   - isAside: Whether an answer must not be given while the index is read, because that opens an
  ///     issue.
  ///   - give: Called with each answer, by one thread alone.
  func readingSideBySide<Value: Sendable>(
    _ places: [Int], _ parts: [ArchivePart],
    _ body: @Sendable (_ place: Int, any ArchiveReader) throws -> Value,
    isAside: @Sendable (Value) -> Bool, _ give: (Value) -> Void
  ) throws(ArchiveFailure) {
    let blocks = stride(from: 0, to: places.count, by: Self.block).map {
      places[$0..<min($0 + Self.block, places.count)]
    }
    let next = Atomic(0)
    let done = Mutex(Answers<Value>())
    @Sendable func work(
      _ reader: any ArchiveReader, thread: Int, goesOn: () -> Bool
    ) throws {
      repeat {
        // Each thread gives back the memory that it took: they would wait for each other.
        _ = done.withLock { $0.given.removeValue(forKey: thread) }
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < blocks.count, done.withLock({ $0.failure == nil }) else { return }
        try reader.prepare(parts, of: blocks[number].map { self.issues.heads[$0].number })
        let values = try blocks[number].map { try body($0, reader) }
        let mustWait = values.contains(where: isAside)
        done.withLock {
          $0.blocks[number] = .init(values: values, mustWait: mustWait, thread: thread)
        }
      } while goesOn()
    }
    // The first thread alone gives, so that what is called need not bear several.
    nonisolated(unsafe) let give = give
    @Sendable func giveWhatIsDone(isReading: Bool) {
      while let block = done.withLock({ $0.next(isReading: isReading) }) {
        block.values.forEach(give)
        done.withLock { $0.given[block.thread, default: []].append(block) }
      }
    }
    let threads =
      storage.readsMuch && blocks.count > 4 ? min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 4) : 1
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      do {
        guard thread == 0 else {
          // Where there is no other way to the index the work is left to the first.
          try storage.another(with: issues.bytes)?.read {
            try work($0, thread: thread, goesOn: { true })
          }
          return
        }
        repeat {
          giveWhatIsDone(isReading: false)
          try storage.read { reader in
            try work(reader, thread: thread) {
              giveWhatIsDone(isReading: true)
              return !done.withLock { $0.isWaiting }
            }
          }
        } while done.withLock { $0.isWaiting && $0.failure == nil }
      } catch {
        done.withLock { $0.failure = ArchiveFailure(error, path: path) }
      }
    }
    if let failure = done.withLock({ $0.failure }) { throw failure }
    giveWhatIsDone(isReading: false)
  }
}

/// What several threads have worked out, block by block.
private struct Answers<Value: Sendable> {
  struct Block: Sendable {
    let values: [Value]
    /// Whether it must not be given while the index is read.
    let mustWait: Bool
    /// The thread that worked it out.
    let thread: Int
  }

  /// Blocks that are not given yet.
  var blocks: [Int: Block] = [:]
  /// Blocks that were given, by their threads.
  var given: [Int: [Block]] = [:]
  var failure: ArchiveFailure?
  /// Which block is given next.
  private var place = 0
  /// Whether the next block is there and has to wait.
  private(set) var isWaiting = false

  /// Takes out the next block; nil where it is not there yet, or has to wait.
  mutating func next(isReading: Bool) -> Block? {
    guard let next = blocks[place] else { return nil }
    isWaiting = isReading && next.mustWait
    if isWaiting { return nil }
    blocks[place] = nil
    place += 1
    return next
  }
}
