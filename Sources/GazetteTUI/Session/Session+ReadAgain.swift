import GazetteIntake
import GazetteModel
import GazetteReview

extension Session {
  /// Shows the files as they are now, where the reader was.
  mutating func readAgain() {
    guard let files else { return }
    do throws(LoadFailure) {
      let library = try files.read(after: state.library)
      let layouts = LayoutCache(library, commands: self.layouts.commands)
      guard let next = state.continued(in: library, layouts, from: self.layouts) else {
        throw LoadFailure(path: "", reason: .isEmpty)
      }
      self.layouts = layouts
      state = next
      indexer = LibraryIndexer(library)
      if state.review.isOpen { worker.perform(.reload(ReviewedIssues(library))) }
    } catch {
      let why = Messages.explanation(of: error.reason).what[state.settings.language]
      state.message = Message(.cannotReadAgain, why)
    }
  }
}
