extension Terminal {
  /// Gives the terminal to another program while `body` runs, and takes it again.
  package func lend<Result>(_ body: () -> Result) -> Result {
    close()
    TerminalSignals.lend()
    let result = body()
    TerminalSignals.takeBack()
    reopen()
    repaint()
    return result
  }

  /// Ends a wait for events, from any thread.
  package static func wake() { TerminalSignals.wake() }
}
