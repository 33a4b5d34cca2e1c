import GazetteIntake

/// Ends the reading of a file.
struct ReadingFailure: Error {
  let problem: ReaderProblem

  init(_ problem: ReaderProblem) {
    self.problem = problem
  }
}
