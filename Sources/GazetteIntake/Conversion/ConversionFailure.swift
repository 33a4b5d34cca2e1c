/// Why a file was not converted.
public enum ConversionFailure: Error, Equatable, Sendable {
  /// The file cannot be opened.
  case cannotRead(LoadFailure)
  /// The folder holds something else already.
  case folderInUse(String)
  /// A file of the folder cannot be written; the number is the system's `errno`.
  case cannotWrite(String, Int32)
  /// It was asked to stop: so many of so many pages are done, and kept in that folder.
  case stopped(String, done: Int, all: Int)
}
