import Dispatch
import GazetteArchive
import GazetteReview
import GazetteText
import PostgresKit
import Synchronization
import TerminalKit

/// Builds the index of an archive behind the screen, and counts the reader's marks.
final class ArchiveIndexer: Sendable {
  /// What there is to tell.
  enum News: Sendable {
    case progress(ArchiveBuilder.Progress)
    case built(ArchiveCatalogue)
    case refused(ArchiveFailure)
    case marks([String: Int])
    /// Something was worked out, or could not be, from the catalogue that was shown then.
    case done(ArchiveWork, Result<ArchiveWork.Result, ArchiveFailure>, from: ArchiveCatalogue)
    /// A server that was away is there again.
    case reached
  }

  private let queue = DispatchQueue(label: "archive")
  /// Nobody waits for what is worked out there when the reader leaves.
  private let works = DispatchQueue(label: "archive works")
  /// Nor for a server that does not answer.
  private let watching = DispatchQueue(label: "archive server")
  private let news = Mutex<[News]>([])
  private let isStopped = Mutex(false)
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// What is new since the last time.
  func takeNews() -> [News] {
    news.withLock { news in
      let taken = news
      news = []
      return taken
    }
  }

  /// Begins to build; what is done is kept when the reader leaves before the end.
  func build(_ origin: ArchiveOrigin, at path: String) {
    queue.async {
      do throws(ArchiveFailure) {
        guard ArchivePlace.makeFolder(of: path) else { throw ArchiveFailure(.readOnly, path: path) }
        let report = try ArchiveBuilder(origin, path: path).run { progress in
          if progress.done % 8 == 0 { self.tell(.progress(progress)) }
          return !self.isStopped.withLock { $0 }
        }
        if report != nil { self.tell(.built(try ArchiveCatalogue(path: path))) }
      } catch {
        self.tell(.refused(error))
      }
    }
  }

  /// How long an archive on a server is left alone before it is looked at again.
  private static let pause = DispatchTimeInterval.seconds(2)

  /// Looks from time to time whether an archive on a server was built anew, and whether the server is
  /// there.
  ///
  /// - Parameter isAway: Whether it was away at the last look.
  func watch(_ catalogue: ArchiveCatalogue, isAway: Bool = false) {
    watching.asyncAfter(deadline: .now() + Self.pause) {
      if self.isStopped.withLock({ $0 }) { return }
      do throws(ArchiveFailure) {
        let isOutdated = try catalogue.isOutdated()
        if isAway { self.tell(.reached) }
        guard isOutdated else { return self.watch(catalogue) }
        let renewed = try catalogue.renewed()
        self.tell(.built(renewed))
        self.watch(renewed)
      } catch {
        if !isAway { self.tell(.refused(error)) }
        self.watch(catalogue, isAway: true)
      }
    }
  }

  /// Counts the marks of the reviewer in a store that is there.
  func countMarks(_ options: LaunchOptions) {
    queue.async {
      let environment = ReviewEnvironment.variables
      guard
        let path = options.reviewDatabase ?? (try? ReviewEnvironment.storePath(in: environment)),
        PostgresAddress(path) != nil || Platform.exists(path),
        let store = try? ReviewOpening.store(at: path, mayUseServers: !options.isRestricted)
      else { return }
      let reviewer = options.reviewer ?? ReviewEnvironment.userName(in: environment)
      guard let marks = try? store.marks(reviewer: reviewer) else { return }
      var counts: [String: Int] = [:]
      for mark in marks where mark.state != .unread { counts[mark.key.issue, default: 0] += 1 }
      self.tell(.marks(counts))
    }
  }

  /// Begins to work something out.
  func begin(_ work: ArchiveWork, _ catalogue: ArchiveCatalogue) {
    works.async {
      // The screen goes on reading by its own way to the index.
      let aside = catalogue.aside() ?? catalogue
      let result = Result { () throws(ArchiveFailure) in try work.result(aside) }
      self.tell(.done(work, result, from: catalogue))
    }
  }

  /// Ends the building after the file at hand, and waits for that.
  func stop() {
    isStopped.withLock { $0 = true }
    queue.sync {}
  }

  private func tell(_ item: News) {
    news.withLock { $0.append(item) }
    wake()
  }
}
