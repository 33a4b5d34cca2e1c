import DatabaseServer
import PostgresKit
import Testing

@testable import GazetteReview

/// What keeps a store.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
  case file, server

  var testDescription: String { rawValue }
}

/// A new store of a kind, and what tests do with it.
struct StoreDesk {
  let store: any ReviewStore
  let folder: TemporaryFolder
  private let place: String

  static let key = ReviewKey(issue: Samples.issueName, reference: "1/1.1")

  init(_ kind: StoreKind) throws {
    folder = try TemporaryFolder()
    place =
      switch kind {
      case .file: folder.database
      case .server: try DatabaseServer.shared.get().makeDatabase()
      }
    store = try ReviewOpening.store(at: place, mayUseServers: true)
  }

  /// The same store, opened once more.
  func open() throws -> any ReviewStore { try ReviewOpening.store(at: place, mayUseServers: true) }

  /// Whether the check finds nothing wrong.
  func isSound() throws -> Bool {
    guard let address = PostgresAddress(place) else {
      return ReviewCheck.run(path: place).problems.isEmpty
    }
    return try PostgresCheck.run(address, mayUseServers: true).isSound
  }

  /// Puts a mark of 甲.
  @discardableResult
  func put(_ change: ReviewChange, at time: Int64) throws -> ReviewMark {
    let marks = try store.apply([change], reviewer: "甲", at: Samples.time(time))
    return try #require(marks.first)
  }

  /// What holds, with the words it was put on and without times.
  func contents() throws -> [String] {
    try store.marks().map { "\($0.key) \($0.state) \($0.note) \($0.tags) \($0.text.content)" }
  }
}
