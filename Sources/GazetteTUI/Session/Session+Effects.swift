import GazetteModel
import GazetteReview
import TerminalKit

extension Session {
  /// Does what the state asks for; false when that is to leave.
  mutating func perform(_ effect: Effect) -> Bool {
    guard state.settings.allow(effect) else { return true }
    switch effect {
    case .quit: return false
    case .repaint: terminal.repaint()
    case .useMouse(let isOn): terminal.reportsMouse = isOn
    case .review(let request): worker.perform(request)
    case .openBeside(let name, let line): openBeside(name, for: line)
    case .copy(let text): tell(.copied(text, terminal.copy(text)))
    case .edit(let text):
      let edited = terminal.lend { ExternalEditor.edit(text, name: "gazette-note") }
      _ = handle(.input(.resize(terminal.size)))
      tell(.answer(.edited(edited)))
    case .write(let path, let bytes, let isNew):
      let path = isNew ? ReviewFile.freeName(path) : path
      tell(.written(path, ReviewFile.replace(path, with: bytes)))
    case .suspend:
      terminal.suspend()
      _ = handle(.input(.resize(terminal.size)))
    }
    return true
  }

  private mutating func tell(_ answer: Action) { _ = state.update(answer, layouts: layouts) }
}
