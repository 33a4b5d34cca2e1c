import GazetteModel
import GazetteText

/// Reads commands line by line and writes the answers; the terminal stays as it is.
enum LinearSession {
  /// Browses until the reader leaves or there are no more lines.
  static func run(
    library: Library, language: Language, at reference: String?, paths: [String]
  ) throws(Failure) {
    guard var browser = LinearBrowser(library: library, language: language) else {
      throw Failure(
        Messages.nothingToShow, at: paths.joined(separator: " "), remedy: Messages.seeCheck,
        language)
    }
    var output = TextOutput(columns: nil)
    browser.begin(at: reference, &output)
    try output.flush(language: language)
    // Who pipes commands in knows them.
    let isAsked = Platform.readsTerminal
    while !browser.isOver {
      if isAsked { _ = Platform.writeOutput(Array(LinearText.prompt[language].utf8)) }
      guard let line = readLine() else {
        if isAsked { _ = Platform.writeOutput([0x0A]) }
        return
      }
      output = TextOutput(columns: nil)
      browser.answer(line, &output)
      try output.flush(language: language)
    }
  }
}
