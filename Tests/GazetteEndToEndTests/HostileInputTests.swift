import Foundation
import Testing

/// The texts and manifests of `Hostile`, each with what must be printed of it, given to every
/// command.
@Suite struct HostileInputTests {
  /// A row of the table beside the files.
  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let status: Int32
    let command: String
    let words: String

    var testDescription: String { "\(file) \(command)" }
  }

  private static let folder = Program.repository + "/Tests/GazetteEndToEndTests/Hostile"

  static let rows: [Row] = {
    let table = (try? String(contentsOfFile: folder + "/expected.tsv", encoding: .utf8)) ?? ""
    return table.components(separatedBy: "\n").compactMap { line in
      let fields = line.components(separatedBy: "\t")
      guard fields.count == 4, let status = Int32(fields[1]) else { return nil }
      return Row(file: fields[0], status: status, command: fields[2], words: fields[3])
    }
  }()

  private static let commands = [
    ["outline", "--json"], ["show", "1", "--source"], ["read"], ["responsibilities", "--csv"],
    ["departments"], ["targets", "--csv"], ["find", "加强"], ["check"], ["check", "--json"],
  ]

  @Test func theTableNamesEveryFile() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(files.filter { $0 != "expected.tsv" }) == Set(Self.rows.map(\.file)))
  }

  @Test(arguments: rows) func theWordsExpectedArePrinted(_ row: Row) throws {
    let place = try Place(row.file)
    let run = try Program.run(arguments: [row.command, "--issue", place.path])
    #expect(run.status == row.status, "\(run.errors)")
    let text = run.text + run.errors
    #expect(row.words.isEmpty || text.contains(row.words), "\(String(text.prefix(400)))")
  }

  @Test(arguments: Set(rows.map(\.file)).sorted())
  func noCommandPrintsAnythingHidden(_ file: String) throws {
    let place = try Place(file)
    let status = Self.rows.first { $0.file == file }?.status ?? 0
    for command in Self.commands {
      let run = try Program.run(arguments: command + ["--issue", place.path])
      let what = "\(file) \(command.joined(separator: " "))"
      HiddenText.expectNone(in: run, what)
      // A unit that is asked for by its reference may not be in the text.
      let isAsked = command.count > 1 && command[1].hasPrefix("1")
      #expect(run.status == status || isAsked && run.status == 1, "\(what): \(run.status)")
    }
  }

  /// Where a file is put to be opened: a manifest beside a small text.
  private struct Place {
    let folder: TemporaryFolder
    let path: String

    init(_ file: String) throws {
      folder = try TemporaryFolder()
      guard file.hasSuffix(".json") else {
        path = HostileInputTests.folder + "/" + file
        return
      }
      let text = """
        # 某省人民政府关于加强管理的通知

        各市人民政府：

        一、总体要求

        1. 加强组织领导。各部门要高度重视。（省公安厅负责）

        """
      _ = try folder.file("issue.md", text)
      let manifest = try Data(
        contentsOf: URL(fileURLWithPath: HostileInputTests.folder + "/" + file))
      _ = try folder.file("manifest.json", [UInt8](manifest))
      path = folder.path
    }
  }

  @Test(arguments: [
    "\u{1B}[31mred.md", "\u{1B}]0;owned\u{7}.md", "\u{9B}2J.md", "\u{202E}dm.md", "a\nb.md",
    "\u{200B}.md",
    "\u{E0041}.md", "-rf.md", "..md",
  ])
  func namesOfFilesAreMadeSafe(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(name, "# 某省人民政府通知\n\n1. 加强管理。\n")
    for command in [["outline"], ["outline", "--json"], ["check"]] {
      HiddenText.expectNone(
        in: try Program.run(arguments: command + ["--issue", path]), command.joined(separator: " "))
    }
    HiddenText.expectNone(
      in: try Program.run(arguments: ["outline", path + "/nowhere"]), "nowhere")
    HiddenText.expectNone(
      in: try Program.run(arguments: ["outline", "--issue", path + "-nowhere"]), "nowhere")
  }

  @Test(arguments: [
    "\u{1B}[2J", "1/\u{202E}1", "999.999/9.9.9", "1/1~99999999999999999999", "/", ".", "~",
    "1.1.1.1.1/1", "-1/1", String(repeating: "1.", count: 50_000), "issue:issue:1", "1/t0",
  ])
  func absurdReferencesAreRefusedInOneLine(_ reference: String) throws {
    for command in ["show", "read"] {
      let run = try Program.run(arguments: [command, "--", reference])
      HiddenText.expectNone(in: run, command)
      #expect(run.status == 1, "\(run.status)")
      #expect(run.output.isEmpty)
      #expect(run.errors.filter { $0 == "\n" }.count == 1)
    }
  }

  @Test(arguments: [
    ["show", "--\u{1B}[2J"], ["outline", "--lang", "\u{1B}]0;x\u{7}"], ["outline", "\u{202E}"],
    ["find", "--\u{9B}2J"], ["departments", "\u{1B}[2J"], ["find", "role:\u{1B}[2J"],
    ["find", "target>\u{1B}"], ["find", String(repeating: "(", count: 20_000)],
    ["find", String(repeating: "-", count: 20_000) + "a"],
  ])
  func argumentsAreQuotedSafely(_ arguments: [String]) throws {
    let run = try Program.run(arguments: arguments)
    HiddenText.expectNone(in: run, arguments.joined(separator: " "))
    #expect([0, 1, 64].contains(run.status), "\(run.status)")
  }
}
