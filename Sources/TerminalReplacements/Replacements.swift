import TerminalKit

// Functions that take the place of those of the C library in every program that links this target.
// They have a target of their own, so that no library does that behind the back of others.

/// `wcwidth`: how many columns a character takes, as the layout counts them.
@_cdecl("wcwidth")
public func columns(ofWideCharacter character: CInt) -> CInt {
  ColumnRule.columns(ofWideCharacter: character)
}

/// `write`: what goes to standard output while a frame is drawn is gathered.
@_cdecl("write")
public func write(toDescriptor descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  TerminalOutput.write(toDescriptor: descriptor, bytes, count)
}
