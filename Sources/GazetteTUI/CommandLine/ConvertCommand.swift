import ArgumentParser
import GazetteIntake
import GazetteModel
import GazetteText

/// `gazette convert`: what the intake reads, as a folder to be corrected by hand.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write what is read of a file as text and manifest, to be corrected by hand.",
    discussion: """
      Makes a folder with issue.md and manifest.json that opens to the same issue. Pages without \
      text, such as scans, are recognised one by one; a conversion that was stopped goes on where \
      it stopped when the same command is given again.
      """
  )

  @Argument(
    help: ArgumentHelp("A file of any format that is read.", valueName: "path"),
    completion: .file())
  var path: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder to make; without it one named like the file.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let folder = folder ?? Self.folder(for: path)
    let bar = ConversionBar(language: language)
    Platform.noteStops()
    do throws(ConversionFailure) {
      try Conversion(path: path, folder: folder).run(isStopped: { Platform.isStopped }) {
        bar.show($0)
      }
    } catch {
      bar.clear()
      throw Failure(error, language: language)
    }
    bar.clear()
  }

  /// The file's name without its extension, in the folder where the command is given.
  private static func folder(for path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return name + "-text"
    }
    return String(name[..<dot])
  }
}

/// Shows on standard error how far the recognition has come, where that is a terminal.
private struct ConversionBar {
  private static let cells = 20
  let language: Language

  func show(_ progress: Conversion.Progress) {
    guard Platform.errorIsTerminal, progress.all > 0 else { return }
    let filled = Self.cells * progress.done / progress.all
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: Self.cells - filled)
    let text = ConvertMessages.recognising(progress.done, progress.all)[language]
    Platform.writeError("\r[\(bar)] \(text)\u{1B}[K")
  }

  func clear() {
    if Platform.errorIsTerminal { Platform.writeError("\r\u{1B}[K") }
  }
}
