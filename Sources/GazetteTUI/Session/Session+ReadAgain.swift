import GazetteIntake
import GazetteModel
import GazetteReview

extension Session {
  /// Shows the files as they are now, where the reader was.
  mutating func readAgain() {
    guard let files else { return }
    do throws(LoadFailure) {
      try go(on: files.read(after: state.library))
    } catch {
      state.message = Message(.cannotReadAgain, why(error))
    }
  }

  /// Opens an issue of the archive beside the others, and does what a line with a reference says.
  mutating func openBeside(_ name: String, for line: String) {
    guard let others else { return }
    do throws(LoadFailure) {
      guard let other = try others.open(name, state.library[state.issue].name) else {
        state.message = Message(.noSuchIssueInArchive, name)
        return
      }
      // Where several open ones have a short name, that of the reader's own publication is meant.
      var place = state.library.issues.firstIndex { $0.name == other.issue.name }
      if place == nil {
        place = state.library.issues.count
        let issues = state.library.issues + [other.issue]
        try go(on: Library(issues: issues, continuing: state.library))
        files = files?.and(other.candidate)
      }
      state.message = nil
      if let place { state.take(line, of: state.library.issueIDs[place], layouts) }
    } catch {
      state.message = Message(.cannotOpenIssue, name, why(error))
    }
  }

  /// Shows another library, where the reader was.
  private mutating func go(on library: Library) throws(LoadFailure) {
    let layouts = LayoutCache(library, commands: self.layouts.commands)
    guard let next = state.continued(in: library, layouts, from: self.layouts) else {
      throw LoadFailure(path: "", reason: .isEmpty)
    }
    self.layouts = layouts
    state = next
    indexer = LibraryIndexer(library)
    if state.review.isOpen { worker.perform(.reload(ReviewedIssues(library))) }
  }

  private func why(_ failure: LoadFailure) -> String {
    Messages.explanation(of: failure.reason).what[state.settings.language]
  }
}
