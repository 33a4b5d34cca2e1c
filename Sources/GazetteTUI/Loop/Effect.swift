/// What the state asks of the world outside.
enum Effect: Hashable, Sendable {
  case quit
  /// Give the terminal back to the shell until the reader returns.
  case suspend
  /// Write every cell again.
  case repaint
  case useMouse(Bool)
  case review(ReviewRequest)
  /// Open an issue of the archive beside the others, and then do what a line with a reference says.
  case openBeside(String, line: String)
  /// Give the terminal to the reader's editor, with a text.
  case edit(String)
  /// Put bytes in a file. One that is there is replaced as a whole; or where a new one is wanted, it
  /// stays and the new one gets a number behind its name.
  case write(path: String, [UInt8], isNew: Bool = false)
  /// Ask the terminal to take a text into the clipboard.
  case copy(String)
}
