import GazetteModel
import Glibc

/// Reads issues on a thread of its own, while the configuration is read and the terminal set up.
///
/// A thread of the system: the pools of Dispatch and of Swift's tasks take longer to start than the first frame
/// may.
final class IssueReading {
  private let work: Work
  private var thread: pthread_t?

  /// Begins to read.
  /// - Parameter paths: The issues, in order; without any the shipped one.
  init(_ paths: [String]) {
    work = Work(paths)
    var thread = pthread_t()
    let isStarted = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Work>.fromOpaque($0).takeUnretainedValue().perform() }
        return nil
      }, Unmanaged.passUnretained(work).toOpaque())
    // Where the user may have no more threads it is read when it is wanted.
    if isStarted == 0 { self.thread = thread }
  }

  deinit { finish() }

  /// Those that could be read, up to the first that could not; waits for them.
  var issues: [Issue] {
    finish()
    return work.issues
  }

  /// Why one could not be read; waits until that is known.
  var failure: LoadFailure? {
    finish()
    return work.failure
  }

  private func finish() {
    if let thread { pthread_join(thread, nil) } else if !work.isDone { work.perform() }
    thread = nil
  }

  /// What both threads know: written by one before the other, which waits for its end, reads.
  private final class Work: @unchecked Sendable {
    private let paths: [String]
    private(set) var issues: [Issue] = []
    private(set) var failure: LoadFailure?
    private(set) var isDone = false

    init(_ paths: [String]) { self.paths = paths }

    func perform() {
      isDone = true
      if paths.isEmpty {
        issues = [ShippedIssue.load()]
        return
      }
      do throws(LoadFailure) {
        for path in paths { issues.append(try IssueLoader.load(path: path)) }
      } catch {
        failure = error
      }
    }
  }
}
