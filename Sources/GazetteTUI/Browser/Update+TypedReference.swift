import GazetteModel

// References that are typed: to go to, or to compare with.

extension State {
  /// Opens at a reference instead of the beginning; a message says so when there is no such place.
  mutating func open(at reference: String, _ layouts: LayoutCache) {
    switch target(of: reference) {
    case .success(let target): goTo(target, layouts)
    case .failure(let failure): message = failure.message
    }
  }

  /// Does what a line with a reference says, now that the issue that it names is open.
  mutating func take(_ line: String, of issue: IssueID, _ layouts: LayoutCache) {
    // Opening an issue makes a state without a prompt; one that was open already does not.
    if mode != .reference { openPrompt(.reference, layouts) }
    editor = LineEditor(line)
    _ = goToTypedReference(layouts, in: issue)
  }

  /// Goes to what is typed, or compares with it.
  ///
  /// - Parameter named: The issue that is named, where that is known.
  mutating func goToTypedReference(
    _ layouts: LayoutCache, in named: IssueID? = nil
  ) -> [Effect] {
    if editor.isEmpty {
      cancelPrompt(layouts)
      return []
    }
    let compared = ComparedDocuments.typed(editor.text)
    switch target(of: compared ?? editor.text, in: named) {
    case .failure(let failure):
      if settings.opensOthers, let name = failure.missingIssue {
        return [.openBeside(name, line: editor.text)]
      }
      // The prompt stays open, so that a slip can be mended.
      message = failure.message
    case .success(let target) where compared != nil:
      close()
      snapshot = nil
      compare(with: NodeAddress(issue: target.issue, node: target.node))
    case .success(let target):
      close()
      snapshot = nil
      jumps.leave(place)
      if panes.arrangement == .onePane { focus = .text }
      goTo(target, layouts)
      let opened = library[issue]
      message = Message(
        .jumpedTo, target.row.map(opened.reference(of:)) ?? opened[target.node].reference.text)
    }
    return []
  }

  /// What a reference names, among the opened issues.
  private struct Target {
    var issue: IssueID
    var node: NodeID
    /// The row of a table that is named; nil for the node itself.
    var row: NodeRow?
  }

  private mutating func goTo(_ target: Target, _ layouts: LayoutCache) {
    goTo(target.node, in: target.issue, layouts)
    if let row = target.row { goTo(row, layouts) }
  }

  /// Why a reference names nothing.
  private struct UnknownReference: Error {
    var message: Message
    /// The issue that is named and not open.
    var missingIssue: String?
  }

  private func target(
    of typed: String, in known: IssueID? = nil
  ) -> Result<Target, UnknownReference> {
    let parts = Self.plainReference(typed).split(separator: ":", maxSplits: 1)
    var index = issue
    if parts.count == 2 {
      guard let named = known ?? library.issue(named: String(parts[0])) else {
        let name = String(parts[0])
        return .failure(
          UnknownReference(message: Message(.noSuchIssue, name), missingIssue: name))
      }
      index = named
    }
    let text = parts.last.map(String.init) ?? ""
    if let row = library[index].row(at: Reference(text)) {
      return .success(Target(issue: index, node: row.node, row: row))
    }
    guard let node = library[index].nodes.first(where: { $0.reference.text == text }) else {
      return .failure(UnknownReference(message: Message(.unknownReference, typed)))
    }
    return .success(Target(issue: index, node: node.id))
  }

  /// A reference without blanks, its full-width characters made half-width.
  private static func plainReference(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3002: result.append(".")
      case 0x3001: result.append("/")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
