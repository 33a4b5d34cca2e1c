import TerminalKit

// What keys do in the lists of an archive, by the table of commands.

extension ArchiveRoom {
  /// Lets a key act; one that begins a sequence waits for the next.
  mutating func press(_ key: Key) -> Request? {
    let keys = pendingKeys + [key.halfWidth]
    pendingKeys = []
    if let command = keyMap.command(for: keys, in: .archive) { return perform(command.action) }
    if keyMap.isPrefix(keys, in: .archive) { pendingKeys = keys }
    return nil
  }

  /// Does what a command asks for.
  mutating func perform(_ action: Action) -> Request? {
    switch action {
    case .move(let motion): move(motion)
    case .archive(let action): return perform(action)
    case .suspend: return .suspend
    case .repaint: return .repaint
    default: break
    }
    return nil
  }

  private mutating func perform(_ action: ArchiveAction) -> Request? {
    switch action {
    case .open: return enter()
    case .back: return back(leaves: false)
    case .leave: return back(leaves: true)
    case .find: begin(.search, with: query)
    case .narrow: begin(.narrow, with: narrowing)
    case .references: begin(.references, with: referred)
    case .issues: show(.issues)
    case .bodies: show(.bodies)
    case .deadlines: show(.deadlines)
    case .years: show(.matrix)
    case .help: showKeys()
    }
    return nil
  }

  private mutating func move(_ motion: Motion) {
    switch motion {
    case .lines(let count): step(count)
    case .pages(let count): jump(count * listRows)
    case .halfPages(let count): jump(count * listRows / 2)
    case .first: jump(-rows.count)
    case .last: jump(rows.count)
    default: break
    }
  }
}
