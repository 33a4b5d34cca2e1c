import Foundation
import Testing

/// The walls of the house that the compiler does not keep: ARCHITECTURE.md tells why they stand.
@Suite struct HouseTests {
  /// Read once for all tests: that takes seconds.
  private static let read = Result {
    var root = URL(fileURLWithPath: #filePath)
    while root.lastPathComponent != "Tests" { root.deleteLastPathComponent() }
    return try SourceGraph(
      below: root.deletingLastPathComponent().appendingPathComponent("Sources"))
  }
  private let graph: SourceGraph

  init() throws {
    graph = try Self.read.get()
  }

  /// The rooms of modules from the ground up: each may name those before it.
  private static let floors: [String: [String]] = [
    "GazetteText": [
      "Containers", "Ranges", "Scalars", "Words", "Numerals", "Dates", "Folding", "Pinyin",
      "Widths",
      "Files", "Hashing", "JSON", "TOML", "Languages",
    ],
    "TerminalKit": ["Lines", "Frame", "Keys", "Terminal"],
    "GazetteModel": [
      "Structure", "Genre", "Markup", "Lines", "Tables", "Documents", "Tree", "Findings", "Parsing",
      "Loading", "Targets", "Duties", "CrossReferences", "Filters", "Indexes", "JSON",
    ],
    "GazetteTUI": [
      "System", "Strings", "Output",
      // What the state holds, in values.
      "Loop/Input", "Reading/Layout", "Panes/Layout", "Contents/Tree", "Details/State",
      "Reading/State", "Departments/State", "Difference/State", "Filter/State", "Targets/State",
      "Tables/State",
      "Chooser/State", "Start/State", "Team/State", "Review/State", "Archive/State",
      "Loop", "Commands", "Panes",
      // The rooms that readers see.
      "Filter", "Contents", "Targets", "Departments", "Matrix", "Details", "Reading", "Tables",
      "Checks",
      "Difference", "Chooser", "Review", "Team", "Start",
      // Where they come together, and the ways to run that.
      "Browser", "Configuration", "Tutor", "Session", "Archive",
      "CommandLine/Texts", "Linear", "Script", "CommandLine", "CommandLine/Team",
      "CommandLine/Program", "CommandLine/Help", "Launch",
    ],
  ]

  /// What the modules may import of each other and of others.
  private static let imports: [String: Set<String>] = [
    "GazetteText": ["CContent"],
    // Its one room that asks the system.
    "GazetteText/Files": ["Glibc"],
    "TerminalKit": ["CNcurses", "GazetteText", "Glibc"],
    "SQLiteKit": ["CSQLite", "Glibc", "Synchronization"],
    "PostgresKit": ["GazetteText", "Glibc"],
    "TerminalReplacements": ["TerminalKit"],
    "GazetteModel": ["CContent", "GazetteText", "Glibc"],
  ]

  @Test func noTypeOfAModuleIsNamedFromBelow() {
    for arrow in graph.arrows(where: { $0.from.module == $0.to.module }) {
      guard let floors = Self.floors[arrow.from.module] else { continue }
      let places = [arrow.from, arrow.to].map { file in
        floors.firstIndex { file.room == "\(file.module)/\($0)" }
      }
      guard let from = places[0], let to = places[1] else { continue }
      #expect(from > to, "\(arrow.from.path) names \(arrow.type) of \(arrow.to.room)")
    }
  }

  @Test func everyRoomHasItsFloor() {
    // What stands in no folder is the program's first line.
    for file in graph.files where file.room != file.module {
      guard let floors = Self.floors[file.module] else { continue }
      #expect(
        floors.contains { file.room == "\(file.module)/\($0)" },
        "\(file.path): say in HouseTests which rooms may name \(file.room)")
    }
  }

  @Test func noRoomsNameEachOtherInACircle() {
    for circle in graph.circles() {
      let arrows = graph.arrows {
        circle.contains($0.from.room) && circle.contains($0.to.room)
      }
      let list = arrows.map { "\($0.from.path) → \($0.type) of \($0.to.room)" }
      Issue.record(
        "a circle: \(circle.joined(separator: ", "))\n\(list.joined(separator: "\n"))")
    }
  }

  /// A reader, and whatever looks for names, takes two types of one name for each other.
  @Test func noTypeOfAHigherModuleIsNamedFromBelow() {
    for namesake in graph.namesakesFromAbove {
      Issue.record(
        "\(namesake.from.path) has another \(namesake.type) than \(namesake.to.path)")
    }
  }

  @Test func onlyTheTerminalKitKnowsTheTerminalLibrary() {
    for file in graph.files where file.module != "TerminalKit" {
      #expect(!file.imports.contains("CNcurses"), "\(file.path)")
    }
  }

  @Test func onlyTheDatabaseKitKnowsSQLite() {
    for file in graph.files where file.module != "SQLiteKit" {
      #expect(!file.imports.contains("CSQLite"), "\(file.path)")
    }
  }

  /// Foundation in one file of the program is 10 MB and slows the start of everybody.
  @Test func nothingUsesFoundation() {
    for file in graph.files { #expect(!file.imports.contains("Foundation"), "\(file.path)") }
  }

  /// Marks and the index of an archive are kept in SQLite, each in a room of its own.
  @Test func onlyTheRoomsOfTheDatabaseKnowIt() {
    let rooms = ["GazetteReview/SQLite", "GazetteArchive/SQLite"]
    for file in graph.files where !rooms.contains(file.room) {
      #expect(!file.imports.contains("SQLiteKit"), "\(file.path)")
    }
  }

  @Test func theLowerModulesImportWhatTheyMay() {
    for file in graph.files {
      guard let allowed = Self.imports[file.room] ?? Self.imports[file.module] else { continue }
      #expect(file.imports.subtracting(allowed) == [], "\(file.path)")
    }
  }

  /// A test that reads nothing would pass.
  @Test func theSourcesAreRead() throws {
    #expect(graph.files.count > 300)
    let parser = try #require(graph.files.first { $0.name == "IssueParser.swift" })
    #expect(parser.room == "GazetteModel/Parsing")
    #expect(graph.arrows.contains { $0.from.name == "IssueParser.swift" && $0.type == "Manifest" })
  }
}
