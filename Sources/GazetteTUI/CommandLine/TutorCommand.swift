import ArgumentParser
import GazetteText

/// `gazette tutor`: the browser with lessons, on the shipped issue.
///
/// It only reads the arguments, as `BrowseCommand` does.
struct TutorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: "Learn the keys in five minutes, on the real issue.",
    discussion: """
      A strip at the top says what to try, and goes on when you have. Ctrl-T skips a lesson, q leaves. \
      Marks that are put here are thrown away; nothing is written. Where there is no terminal the \
      lessons are printed.
      """
  )

  @Flag(name: .customLong("no-color"), help: "Show no colours; NO_COLOR does the same.")
  var isColorless = false

  @OptionGroup var options: LanguageOptions

  var launchOptions: LaunchOptions {
    var start = LaunchOptions(options.configuration)
    start.isColorless = start.isColorless || isColorless
    start.isFresh = true
    start.allowsEditor = false
    start.isTutor = true
    return start
  }

  /// The lessons as lines.
  static func lines(_ options: LaunchOptions) -> [String] {
    let language = options.language
    return LessonTable.lessons.enumerated().map { number, lesson in
      let text = lesson.pieces(language, of: options.configuration.commands).map(\.text).joined()
      return "\(number + 1). \(lesson.name[language])\(language.colon)\(text)"
    }
  }
}
