import GazetteText
import TerminalKit

/// The commands with the keys that the reader chose for them.
struct KeyBindings {
  /// The keys of a command in some of its modes.
  struct Variant {
    var modes: ModeSet
    var keys: [[Key]]
    /// The line that chose them; nil for those of the table.
    var line: Int?
  }

  /// What a line asks for.
  struct Request {
    let command: Int
    /// Where; everywhere when nil.
    let mode: Mode?
    let keys: [[Key]]
    let line: Int
  }

  private let table: [Command]
  private(set) var variants: [[Variant]]
  private(set) var mistakes: [ConfigurationMistake] = []

  /// Binds what the requests ask for to the commands of a table.
  ///
  /// What is chosen for one mode counts before what is chosen for all. A key that the table gives
  /// to another command goes to the reader's; of two lines of the reader the earlier one keeps it.
  /// Both are reported.
  init(_ table: [Command], _ requests: [Request]) {
    self.table = table
    variants = table.map { [Variant(modes: $0.modes, keys: $0.keys, line: nil)] }
    for request in requests where request.mode == nil { bind(request) }
    for request in requests where request.mode != nil { bind(request) }
    for (line, command) in requests.map({ ($0.line, $0.command) }).sorted(by: { $0.0 < $1.0 }) {
      resolve(command, line)
    }
  }

  /// The commands as the browser uses them: in the order of the table, one for each set of keys.
  ///
  /// The keys of a command that differ by mode are told apart by the names of the modes.
  var commands: [Command] {
    var result: [Command] = []
    for (command, own) in zip(table, variants) {
      if own.count == 1, own[0].line == nil, own[0].keys.count == command.keys.count {
        result.append(command)
        continue
      }
      for (place, variant) in Self.widestFirst(own).enumerated() {
        result.append(command.bound(to: variant.keys, in: variant.modes, isQualified: place > 0))
      }
    }
    return result
  }

  private static func widestFirst(_ variants: [Variant]) -> [Variant] {
    guard variants.count > 1 else { return variants }
    return variants.indices.sorted {
      (-variants[$0].modes.count, $0) < (-variants[$1].modes.count, $1)
    }.map { variants[$0] }
  }

  // MARK: Binding

  private mutating func bind(_ request: Request) {
    let command = table[request.command]
    let modes = request.mode.map { ModeSet([$0]) } ?? command.modes
    // A character is text where text is typed; there the keys that are none apply, else those of
    // the table.
    let typing = ModeSet(modes.modes.filter(\.takesText))
    let usable = request.keys.filter { !$0[0].isCharacter }
    if usable.count < request.keys.count, !typing.isEmpty {
      if typing.count == modes.count, let lost = request.keys.first(where: { $0[0].isCharacter }) {
        let mode = typing.modes.map(\.word).sorted()[0]
        report(request.line, .isText(keys: KeySpelling.text(of: lost), mode: mode))
      }
      if !usable.isEmpty { set(request.command, usable, in: typing, request.line) }
      set(request.command, request.keys, in: modes.subtracting(typing), request.line)
    } else {
      set(request.command, request.keys, in: modes, request.line)
    }
  }

  private mutating func set(_ command: Int, _ keys: [[Key]], in modes: ModeSet, _ line: Int) {
    if modes.isEmpty { return }
    if keys.isEmpty, table[command].isWayOut {
      return report(line, .wayOut(action: table[command].id))
    }
    var rest: [Variant] = []
    for var variant in variants[command] {
      variant.modes.subtract(modes)
      if !variant.modes.isEmpty { rest.append(variant) }
    }
    variants[command] = [Variant(modes: modes, keys: keys, line: line)] + rest
  }

  // MARK: Conflicts

  /// Settles what stands in the way of the keys that a line chose.
  private mutating func resolve(_ command: Int, _ line: Int) {
    for variant in variants[command] where variant.line == line {
      for (place, keys) in variant.keys.enumerated() {
        // A key before it that was given up meanwhile hides nothing.
        let kept = variants[command].filter { $0.line == line }.flatMap(\.keys)
        let earlier = variant.keys[..<place].first {
          $0.clashes(with: keys) && kept.contains($0)
        }
        if let other = earlier {
          report(
            line, .hidden(keys: KeySpelling.text(of: keys), by: KeySpelling.text(of: other)))
          remove(keys, from: command, in: variant.modes)
          continue
        }
        settle(keys, of: command, in: variant.modes, line)
      }
    }
  }

  private mutating func settle(_ keys: [Key], of command: Int, in modes: ModeSet, _ line: Int) {
    let text = KeySpelling.text(of: keys)
    var isReported = false
    for other in table.indices where other != command {
      for variant in variants[other] {
        guard let theirs = variant.keys.first(where: { $0.clashes(with: keys) }),
          !variant.modes.isDisjoint(with: modes)
        else { continue }
        let shared = variant.modes.intersection(modes)
        let name = table[other].id
        let their = KeySpelling.text(of: theirs)
        if let earlier = variant.line, earlier < line {
          if remove(keys, from: command, in: shared) {
            report(line, .takenBy(keys: text, action: name, its: their, line: earlier))
          } else if remove(theirs, from: other, in: shared) {
            report(earlier, .takenBy(keys: their, action: table[command].id, its: text, line: line))
          }
        } else if variant.line == nil {
          var isTaken = false
          for sequence in variant.keys where sequence.clashes(with: keys) {
            isTaken = remove(sequence, from: other, in: shared) || isTaken
          }
          if !isTaken {
            // The line does not apply: the other keeps its last key.
            remove(keys, from: command, in: shared)
            report(line, .wayOut(action: name))
            continue
          }
          // One line about a key that begins many others is enough.
          if !isReported { report(line, .takenFrom(keys: text, action: name, its: their)) }
          isReported = true
        }
      }
    }
  }

  /// Takes a sequence away from a command in some modes; false where it is the last that leads out
  /// of one.
  @discardableResult
  private mutating func remove(_ keys: [Key], from command: Int, in modes: ModeSet) -> Bool {
    var result: [Variant] = []
    for variant in variants[command] {
      let shared = variant.modes.intersection(modes)
      let left = variant.keys.filter { $0 != keys }
      if shared.isEmpty || left.count == variant.keys.count {
        result.append(variant)
        continue
      }
      if left.isEmpty, table[command].isWayOut { return false }
      result.append(Variant(modes: shared, keys: left, line: variant.line))
      let others = variant.modes.subtracting(modes)
      if !others.isEmpty {
        result.append(Variant(modes: others, keys: variant.keys, line: variant.line))
      }
    }
    variants[command] = result
    return true
  }

  private mutating func report(_ line: Int, _ kind: ConfigurationMistake.Kind) {
    let mistake = ConfigurationMistake(line: line, kind)
    if !mistakes.contains(mistake) { mistakes.append(mistake) }
  }
}

extension Key {
  /// Whether it is text where text is typed.
  var isCharacter: Bool { if case .character = self { true } else { false } }

  /// Whether one is the other, or a letter in the place of any.
  fileprivate func fits(_ other: Key) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.anyLetter, .character("a"..."z")), (.character("a"..."z"), .anyLetter): return true
    default: return false
    }
  }
}

extension [Key] {
  /// Whether both are the same or one begins the other, which could then not be reached.
  func clashes(with other: [Key]) -> Bool {
    for place in 0..<Swift.min(count, other.count) where !self[place].fits(other[place]) {
      return false
    }
    return true
  }
}

extension Command {
  /// Whether a mode could not be left without it.
  var isWayOut: Bool {
    switch action {
    case .quit, .cancel, .closeHelp, .closeMarks, .closeChooser, .closeHandCopy,
      .archive(.leave):
      group != .find
    default: false
    }
  }

  /// The same command with other keys, in some of its modes.
  ///
  /// - Parameter isQualified: Whether its name says in which modes.
  func bound(to keys: [[Key]], in modes: ModeSet, isQualified: Bool) -> Command {
    var name = self.name.template
    if isQualified {
      var places = ""
      for mode in Mode.allCases where modes.contains(mode) { places += " " + mode.word }
      name = Phrase("\(name) [\(places.dropFirst())]", "\(name) [\(places.dropFirst())]")
    }
    return Command(
      id, group, keys, in: modes, name, hint: hint, reviewHint: reviewHint, do: action,
      when: availability)
  }
}
