import Foundation
import Testing

@testable import GazetteTUI

@Suite struct ManualPageTests {
  @Test func thePageIsCurrent() throws {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.lastPathComponent != "Tests" { folder.deleteLastPathComponent() }
    let file = folder.deletingLastPathComponent().appendingPathComponent("Documentation/gazette.1")
    let document = try ManualPage.document()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try document.write(to: file, atomically: true, encoding: .utf8)
      Testing.Issue.record("recorded gazette.1")
      return
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == document, "stale; RECORD=1 writes it again")
  }

  @Test func thePageNamesEveryCommandAndKey() throws {
    let document = try ManualPage.document()
    for name in GazetteCommand.commandNames where name != "help" {
      #expect(document.contains(".SS \"gazette \(name)\""), "\(name)")
    }
    for command in CommandTable.commands {
      let keys = command.keys.map(\.label).joined(separator: "  ")
      #expect(document.contains(Roff.escaped(keys, asTyped: true)), "\(command.id)")
    }
  }

  @Test func theSampleOfThePageHasNoMistakes() throws {
    let sample = ManualText.configurationSample.split(separator: "\n").filter { $0.hasPrefix("  ") }
    let text = sample.joined(separator: "\n")
    let configuration = ConfigurationReader.read(Array(text.utf8), path: "sample")
    #expect(configuration.mistakes.isEmpty)
    #expect(configuration.keyLines.count == 3)
    let document = try ManualPage.document()
    for setting in Setting.allCases {
      #expect(document.contains(Roff.escaped(setting.path, asTyped: true)))
    }
  }

  @Test func nothingOfATextIsReadAsARequest() {
    var page = Roff()
    page.text(".SH \\fBx")
    page.entry("'--a", "'b")
    #expect(page.output == "\\&.SH \\efBx\n.TP\n\\fB\\(aq\\-\\-a\\fR\n\\&'b\n")
  }
}
