import GazetteModel
import GazetteReview
import GazetteText

/// `gazette --script FILE`: follows a script and prints its screens.
enum ScriptLaunch {
  static func run(
    file: String, paths: [String], options: LaunchOptions
  ) throws(Failure) {
    let language = options.language
    // The screens of a script are the same for everybody.
    var options = options
    options.configuration = UserConfiguration()
    let lines = try lines(of: file, language)
    let library = Library(issues: try IssueOptions.issues(at: paths, language: language))
    guard var runner = ScriptRunner(lines, library: library, options: options) else {
      throw Failure(
        Messages.nothingToShow, at: paths.joined(separator: " "), remedy: Messages.seeCheck,
        language)
    }
    let mistake = runner.run()
    try runner.output.flush(language: language)
    if let mistake { throw Failure(mistake, file: file, language: language) }
  }

  private static func lines(of file: String, _ language: Language) throws(Failure) -> [ScriptLine] {
    let bytes: [UInt8]
    do throws(ReviewFile.Refusal) {
      bytes = try ReviewFile.bytes(of: file)
    } catch {
      throw Failure(
        ReviewMessages.system(ScriptText.cannotRead, error.words), at: file,
        remedy: ScriptText.checkPath, language)
    }
    do throws(ScriptMistake) {
      return try ScriptParser.lines(of: bytes)
    } catch {
      throw Failure(error, file: file, language: language)
    }
  }
}
