import ArgumentParser
import GazetteReview
import GazetteText

/// The option of commands that can write a file.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The file to write; standard output without it.", valueName: "file"),
    completion: .file())
  var file: String?

  /// Whether a file is to be written.
  var namesFile: Bool { file != nil && file != "-" }

  /// Writes bytes where they were asked for.
  func write(_ bytes: [UInt8], _ language: Language) throws(Failure) {
    if let file, namesFile {
      guard let words = ReviewFile.replace(file, with: bytes) else { return }
      throw Failure(
        ReviewMessages.system(Messages.cannotWrite, words), at: file,
        remedy: ReviewMessages.checkPath, language)
    }
    switch Platform.writeOutput(bytes) {
    case .done: return
    case .readerIsGone: Platform.exit(0)
    case .failed:
      throw Failure(
        Messages.cannotWrite, at: Messages.standardOutput[language], remedy: Messages.freeSpace,
        language)
    }
  }
}
