import GazetteModel
import GazetteText
import TerminalKit

/// Leads a reader through the lessons: the browser as it is, under a strip that says what to try.
///
/// The browser does not know of it: it is given a screen without the rows of the strip.
struct Tutor: Sendable {
  let lessons: [Lesson]
  /// The lesson at hand, counted from 0.
  private(set) var place = 0
  /// Whether the lesson before was done, not skipped.
  private(set) var wasDone = false
  /// The state at the beginning of the lesson.
  private var start: State
  /// The whole screen.
  private var screen: Size

  /// Goes on to the next lesson, wherever the reader is.
  static let skipKey = Key.control("t")

  init(_ state: State, screen: Size, lessons: [Lesson] = LessonTable.lessons) {
    self.lessons = lessons
    self.screen = screen
    start = state
  }

  var lesson: Lesson { lessons[place] }
  private var isLast: Bool { place == lessons.count - 1 }

  /// The screen that is left for the browser.
  static func room(in screen: Size, _ language: Language, _ commands: [Command]) -> Size {
    let rows = TutorStrip.rows(
      for: LessonTable.lessons, columns: screen.columns, language, commands)
    return Size(columns: screen.columns, rows: max(0, screen.rows - rows))
  }

  /// Lets an event act on the state, and sees whether the lesson is done.
  mutating func handle(
    _ event: Event, in state: inout State, keys: KeyMap, layouts: LayoutCache
  ) -> [Effect] {
    var event = event
    switch event {
    case .input(.key(Self.skipKey)):
      if !isLast { next(from: state, isDone: false) }
      return []
    case .input(.resize(let size)):
      screen = size
      event = .input(
        .resize(Self.room(in: size, state.settings.language, layouts.commands)))
    case .input(.mouse(var mouse)):
      mouse.position.row -= screen.rows - state.size.rows
      guard mouse.position.row >= 0 else { return [] }
      event = .input(.mouse(mouse))
    default: break
    }
    let effects = keys.handle(event, in: &state, layouts: layouts)
    if !isLast, lesson.isDone(state, start, layouts) { next(from: state, isDone: true) }
    return effects
  }

  private mutating func next(from state: State, isDone: Bool) {
    place += 1
    wasDone = isDone
    start = state
  }

  /// The strip above the browser.
  func frame(of state: State, layouts: LayoutCache) -> Frame {
    let browser = Screen.frame(of: state, layouts: layouts)
    var strip = Frame(
      size: Size(columns: state.size.columns, rows: max(0, screen.rows - state.size.rows)),
      ambiguous: state.settings.ambiguous, isASCII: state.settings.isASCII)
    TutorStrip.draw(self, state.settings.language, layouts.commands, in: &strip)
    return Frame(strip, above: browser)
  }
}
