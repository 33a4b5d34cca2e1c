import GazetteIntake
import GazetteText

/// What converting says, in both languages.
enum ConvertMessages {
  static func recognising(_ done: Int, _ all: Int) -> Phrase {
    Phrase(
      "识别文字 \(done)/\(all) 页，Ctrl-C 停止，已识别的保留",
      "recognised \(done) of \(all) pages; Ctrl-C stops and keeps them")
  }

  /// What went wrong, where, and what to do about it.
  static func explanation(
    of failure: ConversionFailure
  ) -> (what: Phrase, place: String, remedy: Phrase) {
    switch failure {
    case .cannotRead(let failure):
      let (what, remedy) = Messages.explanation(of: failure.reason)
      return (what, failure.path, remedy)
    case .folderInUse(let folder):
      return (
        Phrase("文件夹已存在，里面有别的文件", "the folder exists and holds something else"), folder,
        Phrase("请用 -o 指定新的文件夹", "name a new folder with -o")
      )
    case .cannotWrite(let path, let code):
      return (
        Phrase("无法写出（错误 \(code)）", "cannot write (error \(code))"), path,
        Phrase("请检查权限和磁盘空间", "see its permissions and whether the disk is full")
      )
    case .stopped(let folder, let done, let all):
      return (
        Phrase("已停止，识别了 \(done)/\(all) 页", "stopped after \(done) of \(all) pages"), folder,
        Phrase("再次运行同一命令接着做", "give the same command again to go on")
      )
    }
  }
}

extension Failure {
  /// Why a file was not converted.
  init(_ failure: ConversionFailure, language: Language) {
    let (what, place, remedy) = ConvertMessages.explanation(of: failure)
    self.init(what, at: place, remedy: remedy, language)
  }
}
