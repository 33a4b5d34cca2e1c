import GazetteModel
import GazetteText

/// The lists to choose from as they were shown last.
final class ChooserMemo: RoomMemo {
  fileprivate var palette: Palette?
  /// What the choices of the palette are found by, from the first letter on.
  fileprivate var names: [[RankedName]]?
  fileprivate var found: (query: String, indexed: Int, entries: [Palette.Found])?
  fileprivate var help: (query: String, mode: Mode, list: HelpList)?
  fileprivate var commandNames: [[RankedName]]?
}

extension LayoutCache {
  /// The names of each command: every language, keys, and the word for it.
  func commandNames() -> [[RankedName]] {
    let memo = memo(ChooserMemo.self)
    if let known = memo.commandNames { return known }
    let names = commands.map { command in
      let names = Language.allCases.map { CommandName.withoutBrackets(command.name[$0]) }
      let others = Command.otherNames.filter { $0.id == command.id }.flatMap(\.names)
      return
        (names + [command.id, command.group.name[.chinese]] + others + command.keys.map(\.label))
        .map { RankedName($0) }
    }
    memo.commandNames = names
    return names
  }

  /// What the palette lists for what is typed.
  func choices(for state: State) -> [Choice] {
    guard state.mode == .palette else { return state.chooser.choices }
    let memo = memo(ChooserMemo.self)
    let palette = palette(for: state)
    let query = state.editor.text
    let found: [Palette.Found]
    if let known = memo.found, known.query == query, known.indexed == palette.indexed {
      found = known.entries
    } else {
      let typed = NameQuery(query)
      found = typed.isEmpty ? palette.first : palette.found(typed, among: names(of: palette))
      memo.found = (query, palette.indexed, found)
    }
    let choices = found.map { palette.choices[$0.place] }
    guard choices.isEmpty else { return runnableFirst(choices, in: state) }
    // Who finds no name may mean words of the text.
    let words = query.filter { !$0.isNewline }
    guard words.contains(where: { !$0.isWhitespace }), state.indexes != nil else { return [] }
    return [
      Choice(
        kind: .command, title: Message(.searchInstead, words).text(state.settings.language),
        detail: "/", target: .search(words))
    ]
  }

  /// The choices with commands that do nothing here behind the others.
  private func runnableFirst(_ choices: [Choice], in state: State) -> [Choice] {
    var below = state
    below.overlays = []
    func runs(_ choice: Choice) -> Bool {
      guard case .command(let place) = choice.target else { return true }
      return commands[place].modes.contains(below.mode)
        && commands[place].availability(below) == .available
    }
    return choices.filter(runs) + choices.filter { !runs($0) }
  }

  private func palette(for state: State) -> Palette {
    let memo = memo(ChooserMemo.self)
    let indexed = state.indexes?.issues.count ?? 0
    let whole = Palette.whole(of: state)
    if let known = memo.palette, known.indexed == indexed, known.whole == whole { return known }
    let palette = Palette(state, commands)
    memo.palette = palette
    memo.names = nil
    memo.found = nil
    return palette
  }

  private func names(of palette: Palette) -> [[RankedName]] {
    let memo = memo(ChooserMemo.self)
    if let known = memo.names { return known }
    let names = palette.names(commandNames())
    memo.names = names
    return names
  }

  /// The commands of the help that fit what is typed.
  func helpList(for state: State) -> HelpList {
    let memo = memo(ChooserMemo.self)
    if let known = memo.help, known.query == state.help.query, known.mode == state.helpedMode {
      return known.list
    }
    let query = state.help.query
    let names = query.isEmpty ? [] : commandNames()
    let list = HelpList(commands, query: query, names: names, mode: state.helpedMode)
    memo.help = (query, state.helpedMode, list)
    return list
  }
}
