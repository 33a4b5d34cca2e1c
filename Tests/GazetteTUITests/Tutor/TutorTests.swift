import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// The tutor as the session runs it, with a review that answers each key.
private struct Course {
  var reviewing: Reviewing
  var tutor: Tutor
  private var answered = 0

  init(_ screen: Size, _ language: Language) throws {
    reviewing = try Reviewing(
      Tutor.room(in: screen, language, CommandTable.commands), language: language)
    reviewing.browser.state.settings.marksOnReading = false
    tutor = Tutor(reviewing.state, screen: screen)
    handle(.indexed(LibraryIndexes(reviewing.state.library)))
  }

  mutating func handle(_ input: InputEvent) { handle(Event.input(input)) }

  mutating func handle(_ event: Event) {
    let effects = tutor.handle(
      event, in: &reviewing.browser.state, keys: reviewing.browser.keys,
      layouts: reviewing.browser.layouts)
    reviewing.browser.effects += effects
    reviewing.answer()
    // What the store answered is an event of its own.
    if !effects.isEmpty {
      _ = tutor.handle(
        .pause, in: &reviewing.browser.state, keys: reviewing.browser.keys,
        layouts: reviewing.browser.layouts)
    }
  }

  mutating func press(_ script: String) throws {
    for part in script.split(separator: " ") {
      for key in try ScriptKeys.keys(String(part)) { handle(.key(key)) }
    }
    if reviewing.state.digitAction != nil { handle(.pause) }
  }

  var frame: Frame { tutor.frame(of: reviewing.state, layouts: reviewing.browser.layouts) }
}

private let screens = [
  (Size(columns: 80, rows: 24), Language.chinese), (Size(columns: 80, rows: 24), .english),
  (Size(columns: 120, rows: 40), .chinese), (Size(columns: 120, rows: 40), .english),
]

@Suite struct TutorTests {
  @Test(arguments: screens)
  func everyLessonIsDoneByItsKeys(size: Size, language: Language) throws {
    var course = try Course(size, language)
    let toTree = size.columns < 120 ? "<Tab>" : "<Tab> <Tab>"
    let lessons = [
      "jjj", "\(toTree) <Space>", "<Home> j <Enter>", "/2021 <Enter>",
      ":3.1/2.3.11 <Enter>", "i", "H", "2/sthj <Enter>", "<Enter>", "<Esc> @",
      "f has:deadline <Enter>", "4", "Y <Enter>", "x", "u", "va时限有误 <C-s>", "?",
    ]
    #expect(lessons.count == LessonTable.lessons.count - 1)
    for (number, keys) in lessons.enumerated() {
      #expect(course.tutor.place == number, "before \(keys)")
      try course.press(keys)
      #expect(course.tutor.place == number + 1, "after \(keys)\n\(course.frame.text)")
      #expect(course.tutor.wasDone)
    }
    try course.press("q q")
    #expect(course.reviewing.browser.effects.last == .quit)
  }

  @Test(arguments: screens)
  func theStripKeepsItsHeightAndTheScreenItsSize(size: Size, language: Language) throws {
    var course = try Course(size, language)
    let rows = size.rows - course.reviewing.state.size.rows
    #expect(rows <= 4)
    for place in LessonTable.lessons.indices {
      #expect(course.tutor.place == place)
      #expect(course.frame.size == size)
      try course.press("<C-t>")
    }
    // The last lesson cannot be skipped.
    #expect(course.tutor.place == LessonTable.lessons.count - 1)
  }

  @Test func keysAreThoseOfTheTable() {
    for lesson in LessonTable.lessons {
      for language in [Language.chinese, .english] {
        for piece in lesson.pieces(language, of: CommandTable.commands) where piece.isKey {
          #expect(!CommandTable.commands.contains { $0.id == piece.text }, "\(piece.text)")
          #expect(CommandTable.commands.contains { $0.keys.first?.label == piece.text })
        }
      }
    }
  }

  @Test func resizingLeavesTheBrowserItsRoom() throws {
    var course = try Course(Size(columns: 80, rows: 24), .chinese)
    course.handle(.resize(Size(columns: 120, rows: 40)))
    #expect(course.frame.size == Size(columns: 120, rows: 40))
    course.handle(.resize(Size(columns: 30, rows: 2)))
    #expect(course.frame.size.columns == 30)
  }

  @Test(arguments: screens)
  func theTutorLooksAsItDid(size: Size, language: Language) throws {
    var course = try Course(size, language)
    expectSnapshot(course.frame, named: "tutor-\(size.columns)-\(language.rawValue)")
    for _ in 0..<7 { try course.press("<C-t>") }
    try course.press("2/sthj <Enter>")
    expectSnapshot(course.frame, named: "tutor-dossier-\(size.columns)-\(language.rawValue)")
  }
}
