import Foundation
import GazetteArchive
import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

/// The room of an archive: keys in, frames out.
@Suite struct ArchiveRoomTests {
  private let catalogue: ArchiveCatalogue

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "gazette-room-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for year in 2016...2021 {
      for number in 1...3 {
        try Self.issue(year, number).write(
          to: folder.appendingPathComponent("\(year)-\(number).md"), atomically: true,
          encoding: .utf8)
      }
    }
    let index = folder.path + "/index"
    _ = try ArchiveBuilder(root: FilePath(folder.path), path: index).run()
    catalogue = try ArchiveCatalogue(path: index)
  }

  private static func issue(_ year: Int, _ number: Int) -> String {
    let publication = number == 3 ? "乙省人民政府公报" : "甲省人民政府公报"
    var text = """
      # \(publication)

      \(year)年第\(number)期

      # 关于第\(number)件事的通知

      甲政发〔\(year)〕\(number)号

      一、要求


      """
    for clause in 1...(year - 2014) {
      let lead = clause % 2 == 0 ? "省生态环境厅" : "省发展改革委"
      text += """
        \(clause). 推进第\(clause)批黑土地保护，按《甲省黑土地保护条例》办理。到\(year + clause % 3)年底前完成\(clause * 10)%以上。（\(lead)牵头，省财政厅参与）


        """
    }
    return text
  }

  private func room(_ size: Size, _ language: Language = .chinese) -> ArchiveRoom {
    ArchiveRoom(
      catalogue, size: size, settings: Settings(language: language),
      today: CalendarDate(year: 2019, month: 6, day: 30))
  }

  static let sizes = [(80, 24), (120, 40), (200, 50)].map { Size(columns: $0.0, rows: $0.1) }

  /// What leads to each list.
  static let lists: [(name: String, keys: String)] = [
    ("issues", ""), ("bodies", "2"), ("dossier", "2\n"), ("history", "2\n\n"), ("deadlines", "3"),
    ("ledger", "3\n"), ("matrix", "4"),
    ("found", "/黑土地保护\n"), ("referring", "R条例\n"), ("narrowed", "f乙省 2020"), ("keys", "?"),
  ]

  @Test(arguments: sizes, [Language.chinese, .english]) func everyListLooksAsItDid(
    _ size: Size, _ language: Language
  ) {
    for (name, keys) in Self.lists {
      var room = room(size, language)
      room.press(keys)
      expectSnapshot(
        ArchiveView.frame(of: room),
        named: "archive-\(name)-\(size.columns)x\(size.rows)-\(language.rawValue)")
    }
  }

  @Test func aKeyOpensWhatIsSelectedAndTheWayBackIsTheWayThere() {
    var room = room(Size(columns: 80, rows: 24))
    #expect(room.press("\n") == .open(issue: 0, reference: nil))
    room.press("2")
    let bodies = room.rows.map(\.text)
    room.press("\n")
    #expect(room.list == .body(bodies[0]))
    room.press("q")
    #expect(room.rows.map(\.text) == bodies)
    room.press("q")
    #expect(room.list == .issues)
    #expect(room.press("q") == .leave)
  }

  /// What is highlighted leads somewhere, however one moves: Enter opens just that.
  @Test func whatIsHighlightedIsWhatIsOpened() throws {
    for (name, keys) in Self.lists where name != "keys" {
      for moves in ["gg", "G", "Gk", "ggj", " ", "Gggj"] {
        var room = room(Size(columns: 80, rows: 12))
        room.press(keys)
        if room.prompt != nil { room.press("\n") }
        room.press(moves)
        try #require(!room.rows.isEmpty, "\(name)")
        let row = room.rows[room.cursor.selected]
        #expect(row.isSelectable, "\(name) after \(moves): \(row.text)")
        let (list, query) = (room.list, room.query)
        switch (row.target, room.press("\n")) {
        case (.issue(let issue, let reference), let request):
          #expect(request == .open(issue: issue, reference: reference))
        case (.body(let body), nil): #expect(room.list == .body(body))
        case (.month(let month), nil): #expect(room.list == .ledger(month))
        case (.history(let body), nil): #expect(room.list == .history(body))
        case (.query(let wanted), nil): #expect(room.query == wanted && room.list == .found)
        default: Testing.Issue.record("\(name) \(moves) \(list) \(query)")
        }
      }
    }
  }

  @Test func wideScreensShowWhatTheSelectedIssuePrints() throws {
    var wide = room(Size(columns: 120, rows: 40))
    for key in ["", "j", "G", "fyisheng 2020\n"] {
      wide.press(key)
      guard case .issue(let place, nil) = wide.rows[wide.cursor.selected].target else {
        Testing.Issue.record("\(key)")
        continue
      }
      let documents = try catalogue.documents(ofIssueAt: place)
      let text = ArchiveView.frame(of: wide).text
      #expect(!documents.isEmpty)
      for document in documents {
        #expect(text.contains(document.title ?? "?") && text.contains(document.number ?? "?"))
      }
    }
    wide.press("2")
    #expect(wide.preview == nil && wide.listColumns == 120)
    wide.press("1")
    #expect(wide.preview != nil)
    _ = wide.handle(.resize(Size(columns: 80, rows: 24)))
    #expect(wide.preview == nil && wide.listColumns == 80)
  }

  @Test func keysAreThoseOfTheConfiguration() {
    let text = "[keys]\narchive-find = [\"s\"]\n[keys.archive]\ndown = [\"n\"]\n"
    let configuration = ConfigurationReader.read(Array(text.utf8), path: "config.toml")
    #expect(configuration.mistakes.isEmpty)
    var room = ArchiveRoom(
      catalogue, size: Size(columns: 80, rows: 24), settings: Settings(),
      commands: configuration.commands)
    let first = room.cursor.selected
    room.press("j/")
    #expect(room.cursor.selected == first && room.prompt == nil)
    room.press("n")
    #expect(room.cursor.selected > first)
    room.press("s")
    #expect(room.prompt == .search)
    _ = room.handle(.key(.escape))
    room.press("?")
    #expect(room.rows.map(\.text).contains { $0.hasPrefix("s ") })
  }

  @Test func aRowOfTheKeysDoesWhatTheyDo() throws {
    var room = room(Size(columns: 80, rows: 40))
    room.press("?")
    let row = try #require(room.rows.firstIndex { $0.key == "archive-bodies" })
    room.jump(row - room.cursor.selected)
    room.press("\n")
    #expect(room.list == .bodies)
    room.press("q")
    #expect(room.list == .issues)
    // A full-width key is the key itself, and half a sequence does nothing.
    room.press("？")
    #expect(room.list == .keys)
    room.press("g")
    #expect(room.pendingKeys == [.character("g")])
  }

  @Test func whatTakesLongIsWorkedOutBehindTheScreen() {
    var room = room(Size(columns: 80, rows: 24))
    _ = room.handle(.key(.character("3")))
    #expect(room.wanted == .ledger(CalendarDate(year: 2019, month: 6, day: 30)))
    #expect(room.rows.map(\.key) == ["working"])
    // Who has gone on to another list stays there, and finds it done on the way back.
    _ = room.handle(.key(.character("2")))
    let bodies = room.rows.map(\.text)
    room.finishWork()
    #expect(room.rows.map(\.text) == bodies && room.knownLedger != nil)
    _ = room.handle(.key(.character("q")))
    #expect(room.list == .deadlines && room.wanted == nil && room.rows.count > 1)
  }

  /// Before the first index is built a key that needs it says so instead of nothing.
  @Test func aKeySaysThatTheIndexIsNotBuiltYet() {
    for keys in ["2", "3", "4", "/黑土地\n", "R条例\n"] {
      var room = ArchiveRoom(
        nil, size: Size(columns: 80, rows: 24), settings: Settings(language: .chinese))
      room.press(keys)
      #expect(ArchiveView.frame(of: room).rowText(23).contains("索引还没有建好"), "\(keys)")
      room.press("j")
      room.take(catalogue)
      room.press("2")
      #expect(room.list == .bodies && room.message == nil)
    }
  }

  /// Whose references are listed stands beside the tabs, and the line begins with it the next time.
  @Test func whatWasAskedForStandsBesideTheTabs() {
    var room = room(Size(columns: 80, rows: 24))
    room.press("R黑土地保护条例\n")
    #expect(ArchiveView.frame(of: room).rowText(1).hasSuffix("谁引用  黑土地保护条例"))
    room.press("R")
    #expect(room.editor.text == "黑土地保护条例")
    _ = room.handle(.key(.escape))
    room.press("2")
    #expect(!ArchiveView.frame(of: room).rowText(1).contains("条例"))
  }

  /// The tabs say by which keys they open, also others than those of the table.
  @Test func theTabsSayTheirKeys() {
    let text = "[keys]\narchive-deadlines = [\"d\"]\narchive-years = []\n"
    let configuration = ConfigurationReader.read(Array(text.utf8), path: "config.toml")
    #expect(configuration.mistakes.isEmpty)
    let room = ArchiveRoom(
      catalogue, size: Size(columns: 80, rows: 24), settings: Settings(language: .english),
      commands: configuration.commands)
    let frame = ArchiveView.frame(of: room)
    #expect(frame.rowText(1).hasPrefix("  1 Issues   2 Bodies   d Deadlines   Years   Found"))
    // The ways to help and out are in the last line at any size.
    #expect(frame.rowText(23).contains("? keys  q leave"))
  }

  @Test func barsHaveNoSignOfARole() {
    for keys in ["3", "2\n"] {
      var room = room(Size(columns: 120, rows: 40))
      room.press(keys)
      #expect(!room.rows.map(\.text).contains { $0.contains("=") || $0.contains("#") })
    }
  }

  @Test func theListIsNarrowedByNamesNumbersAndPinyin() {
    var room = room(Size(columns: 80, rows: 24))
    for (typed, count) in [
      ("乙省", 6), ("2020", 3), ("yisheng 2021", 1), ("第2期", 6), ("乙省 2020", 1), ("nichts", 0),
    ] {
      room.press("f\(typed)")
      #expect(room.rows.count { $0.target != nil } == count, "\(typed)")
      #expect(ArchiveView.frame(of: room).text.contains("没有") == (count == 0), "\(typed)")
      _ = room.handle(.key(.escape))
    }
  }

  /// A list that waits for what cannot be worked out says so, and asks anew when it is shown again.
  @Test func whatCannotBeWorkedOutIsSaidWhereItIsWaitedFor() throws {
    var room = room(Size(columns: 100, rows: 30))
    _ = room.handle(.key(.character("3")))
    let work = try #require(room.wanted)
    room.wanted = nil
    room.take(ArchiveFailure(.server(.away("no route")), path: "postgresql://host"), of: work)
    #expect(ArchiveView.frame(of: room).text.contains("no route"))
    _ = room.handle(.key(.character("1")))
    _ = room.handle(.key(.character("3")))
    #expect(room.wanted == work && room.rows.map(\.key) == ["working"])
  }

  @Test func theMatrixCountsWhatTheDossiersCount() throws {
    var room = room(Size(columns: 200, rows: 50))
    room.press("4")
    let matrix = room.rows.map(\.text)
    let years = matrix[0].split(separator: " ").compactMap { Int($0) }
    #expect(years == Array((2016...2021).reversed()))
    for body in try catalogue.departments() {
      let row = try #require(matrix.first { $0.hasPrefix(body.body.name + " ") })
      let counts = row.split(separator: " ").dropFirst().map { Int($0) ?? 0 }
      for (year, count) in zip(years, counts) {
        let expected = body.issues.reduce(0) {
          $0 + (catalogue.issues[$1.issue].identity.year == year ? $1.clauses : 0)
        }
        #expect(count == expected, "\(body.body.name) \(year)")
      }
    }
  }
}

extension ArchiveRoom {
  /// Presses characters one by one; a line feed is Enter.
  @discardableResult mutating func press(_ text: String) -> Request? {
    var request: Request?
    for scalar in text.unicodeScalars {
      request = handle(.key(scalar == "\n" ? .enter : .character(scalar)))
      finishWork()
    }
    return request
  }

  /// Does at once what is worked out behind the screen.
  mutating func finishWork() {
    guard let work = wanted, let catalogue, let result = try? work.result(catalogue) else { return }
    wanted = nil
    take(result)
  }
}
