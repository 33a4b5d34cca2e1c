import Foundation
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct CommandTableTests {
  @Test(arguments: Mode.allCases)
  func noKeyMeansTwoThingsInAMode(_ mode: Mode) {
    var owners: [[Key]: String] = [:]
    for command in CommandTable.commands where command.modes.contains(mode) {
      for keys in command.keys {
        #expect(owners[keys] == nil, "\(keys.label): \(command.id), \(owners[keys] ?? "")")
        owners[keys] = command.id
      }
    }
    for keys in owners.keys {
      for length in 1..<max(1, keys.count) {
        let prefix = Array(keys.prefix(length))
        #expect(owners[prefix] == nil, "\(prefix.label) hides \(keys.label)")
      }
    }
  }

  @Test func everyCommandHasKeysModesAndBothLanguages() {
    var ids: Set<String> = []
    for command in CommandTable.commands {
      #expect(ids.insert(command.id).inserted, "\(command.id) twice")
      #expect(!command.keys.isEmpty && command.keys.allSatisfy { !$0.isEmpty }, "\(command.id)")
      #expect(!command.modes.isEmpty, "\(command.id)")
      for language in Language.allCases {
        for text in [command.name[language], command.hint?[language]].compactMap(\.self) {
          #expect(!text.isEmpty, "\(command.id)")
          #expect(
            language != .english || text.unicodeScalars.allSatisfy(\.isASCII), "\(command.id)")
        }
      }
    }
  }

  @Test(arguments: Mode.allCases)
  func noCommandIsCalledByACountOrByTextBeingTyped(_ mode: Mode) {
    for command in CommandTable.commands where command.modes.contains(mode) {
      for case .character(let scalar) in command.keys.compactMap(\.first) {
        #expect(!mode.takesText, "\(command.id) takes a character away from the text")
        // Plain digits are the tabs and toggles; a count begins with Alt.
        let isKnown =
          command.id == "tab-\(scalar)" || command.id.hasPrefix("toggle-")
          || command.id.hasPrefix("choose-citation-") || command.id.hasPrefix("archive-")
        #expect(!("0"..."9").contains(scalar) || isKnown, "\(command.id)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func theHintsOfEveryModeFitEightyColumnsWithTheWayOut(_ language: Language) {
    for mode in Mode.panes.modes {
      let pinned = HelpText.hints(for: mode, in: language).filter(\.isPinned)
      #expect(pinned.map(\.keys) == ["?", "q"])
    }
  }

  @Test func theDocumentOfKeysIsCurrent() throws {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.lastPathComponent != "Tests" { folder.deleteLastPathComponent() }
    let file = folder.deletingLastPathComponent().appendingPathComponent("Documentation/Keys.md")
    let document = HelpText.document()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try document.write(to: file, atomically: true, encoding: .utf8)
      Testing.Issue.record("recorded Keys.md")
      return
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == document, "stale; RECORD=1 writes it again")
  }
}
