import GazetteText

/// What the help says, in Chinese.
///
/// The commands say it in English where they are declared; here it stands once more, by that text, as
/// it does in the tables of further languages.
/// A test asks for an entry of everything that help and manual page print.
enum HelpCatalogue {
  /// A text of the help in a language; the English one where there is no other.
  static func text(_ english: String, in language: Language) -> String {
    Phrase(english: english, chinese: chinese[english] ?? english)[language]
  }

  /// The Chinese of each text.
  static let chinese: [String: String] = [
    "A file of any format that is read.":
      "任何可读格式的文件。",
    "The folder to make; without it one named like the file.":
      "要建立的文件夹；不写时以文件名为名。",
    "Write what is read of a file as text and manifest, to be corrected by hand.":
      "把读出的内容写成文本和清单，供人工校对。",
    """
    Makes a folder with issue.md and manifest.json that opens to the same issue. Pages without \
    text, such as scans, are recognised one by one; a conversion that was stopped goes on where \
    it stopped when the same command is given again.
    """:
      "建立一个文件夹，内有 issue.md 和 manifest.json，打开后与原文件相同。没有文字层的页（如扫描件）逐页识别；中途停止的，再次运行同一命令即接着做。",
    "Find what matches a filter query, the same as in the browser.":
      "按筛选条件查找，与浏览器中的写法相同。",
    "Learn the keys in five minutes, on the real issue.":
      "用真实的一期公报，五分钟学会按键。",
    "List the bodies with their counts, or all that one body has to do.":
      "列出各单位及其任务数，或一个单位的全部任务。",
    """
    List the quantities, amounts of money, deadlines and periods that the text sets.
    """:
      "列出文中规定的数量、金额、时限和期间。",
    "List what the parser is unsure of, line by line.":
      "逐行列出解析存疑之处。",
    """
    List who is responsible for what, for the issue or for one unit and what is below \
    it.
    """:
      "列出全期或某一条及其下各条的责任分工。",
    "List, put, take back and hand on the marks of a review.":
      "列出、标注、撤销和移交审阅标记。",
    "Make again what the reviewer took back last and print what it was at.":
      "重做审阅人最近撤销的一步，并说明在何处。",
    "Mark a unit, such as 3.1/2.3.11.":
      "标注一条，如 3.1/2.3.11。",
    "Open the browser; what gazette does without a command.":
      "打开浏览器；不写命令时即是如此。",
    "Print one unit whole, such as 3.1/2.3.11.":
      "完整打印一条，如 3.1/2.3.11。",
    "Print the configuration that applies, with where each value comes from.":
      "打印现行的配置，并注明每项的来处。",
    "Print the issue, or one unit, as sentences that read well aloud.":
      "把全期或一条写成宜于朗读的句子。",
    "Print the marks, or what of the review a query asks for.":
      "打印标记，或审阅中合于条件的部分。",
    "Print the tree of an issue with the reference of each unit.":
      "打印一期的目录树和每条的引用。",
    "Read Chinese government gazettes in the terminal.":
      "在终端里阅读政府公报。",
    """
    Say whether the review store is sound, and how to recover it where it is not.
    """:
      "检查审阅记录是否完好，不完好时说明如何挽救。",
    "Take back the reviewer's last change and print what it was at.":
      "撤销审阅人最近的一步，并说明在何处。",
    "A body: its name, another name, or the pinyin initials of its name.":
      "单位：名称、别称或名称的拼音首字母。",
    "A tag to put on.":
      "要加的标签。",
    "A tag to take off.":
      "要去的标签。",
    "Begin at the beginning, not where you left.":
      "从头开始，不回到上次离开之处。",
    "Browse in lines, without panes: for screen readers, slow lines and pipes.":
      "逐行浏览，不分窗格：用于读屏软件、慢速线路和管道。",
    "Exit with status 1 if there is anything.":
      "有存疑之处时以状态 1 结束。",
    "How wide the terminal draws characters such as “ and ①; auto asks it.":
      "终端以几列显示“ ① 之类的字符；auto 为询问终端。",
    "Keep the marks of the interface to ASCII.":
      "界面符号只用 ASCII。",
    "Leave the mouse to the terminal.":
      "鼠标留给终端。",
    "Never hand a note to $EDITOR.":
      "不用 $EDITOR 编辑批注。",
    "On leaving, say how many bytes were sent.":
      "离开时报告发送了多少字节。",
    """
    Only read: no editor, files, other issues, or shell; GAZETTE_RESTRICTED=1 does the \
    same.
    """:
      """
    只读：不用编辑器、文件、其他期和外壳；GAZETTE_RESTRICTED=1 与此相同。
    """,
    "Only what matches, in the language of filters.":
      "只要合于筛选条件的。",
    """
    Press the keys of a script and print the screens, without a terminal; - is standard \
    input.
    """:
      "不用终端，按脚本按键并打印屏幕；- 为标准输入。",
    """
    Print CSV for a spreadsheet: UTF-8 with a byte order mark, one line a body and \
    clause.
    """:
      """
    打印供电子表格用的 CSV：UTF-8 带字节序标记，每个单位的每条一行。
    """,
    """
    Print CSV for a spreadsheet: UTF-8 with a byte order mark, one line a target.
    """:
      """
    打印供电子表格用的 CSV：UTF-8 带字节序标记，每个目标一行。
    """,
    "Print JSON.":
      "打印 JSON。",
    "Print the source lines as they were printed, with their numbers.":
      "打印原文各行及行号。",
    "Read the marks from standard input.":
      "从标准输入读取标记。",
    "Make a review store, for yourself or for a group of this host.":
      "新建审阅记录，供自己用或由本机一个用户组共用。",
    """
    Without it the first mark makes a store for its reader alone. One that is made with --shared can be \
    read and written by the group: its folder belongs to the group, and so does what is made in it. \
    Everyone names it with --review-db or in the configuration.
    """:
      """
    不用此命令，第一次标记时会建一个只供本人使用的记录。用 --shared 建的记录，组内成员都能读写：\
    所在文件夹归该组，其中新建的文件也归该组。各人用 --review-db 或在配置中指定它。
    """,
    "The group that shares it: its name or its number.":
      "共用它的用户组：组名或编号。",
    "Save what can be read of a damaged store into a new file.":
      "把损坏的记录中还能读出的存入新文件。",
    "Show help information.":
      "显示帮助。",
    "Show no colours; NO_COLOR does the same.":
      "不用颜色；NO_COLOR 与此相同。",
    "Show the version.":
      "显示版本。",
    "Texts or folders of issues.":
      "各期的文件或文件夹。",
    "The colours: auto reads on light and dark, none uses attributes only.":
      "配色：auto 明暗皆宜，none 只用字形。",
    "The configuration; without it $XDG_CONFIG_HOME/gazette/config.toml.":
      "配置文件；不写则为 $XDG_CONFIG_HOME/gazette/config.toml。",
    "The exported file; - is standard input.":
      "导出的文件；- 为标准输入。",
    "The file to write; standard output without it.":
      "要写的文件；不写则为标准输出。",
    "The format.":
      "格式。",
    """
    An issue to read, as often as there are issues; the shipped one without it.
    """:
      "要读的一期，可写多次；不写则为随附的一期。",
    "A folder, or its index, or postgresql://….":
      "文件夹，或它的索引，或 postgresql://…。",
    "The folder.":
      "文件夹。",
    "The index, or its folder, or postgresql://….":
      "索引，或它的文件夹，或 postgresql://…。",
    """
    The index, or postgresql://…; without it that of the user, below \
    $XDG_CACHE_HOME/gazette.
    """:
      "索引，或 postgresql://…；不写则为用户的索引，在 $XDG_CACHE_HOME/gazette 下。",
    "Make, list and check the index of a folder of many issues.":
      "建立、列出和检查多期文件夹的索引。",
    "Make the index of a folder, or bring it up to date.":
      "建立文件夹的索引，或更新已有的索引。",
    """
    List the issues of an archive, publication by publication, the newest first.
    """:
      "列出文库各期，按刊排列，新的在前。",
    """
    Check an index: its soundness, and which files changed since; status 1 if any did.
    """:
      "检查索引：是否完好，哪些文件此后有改动；有则状态为 1。",
    "With several issues JSON is an array of their trees.":
      "有几期时，JSON 为各期目录的数组。",
    """
    Only files that changed are read. The finished index takes the place of the old \
    one, so whoever reads is never disturbed; a build that was cut off goes on where it \
    was. The file can be handed to others: gazette FILE opens it, and nothing is ever \
    written to it by reading.
    """:
      """
    只读有改动的文件。建好的索引取代旧的，正在阅读的人不受影响；中断的建立下次接着做。索引\
    可以交给别人：gazette 文件 即可打开，阅读从不写入。
    """,
    """
    The language of messages; else that of the configuration, else of the locale.
    """:
      "提示的语言；不写则依配置，再依系统区域。",
    "The note.":
      "批注。",
    "The query; several arguments are joined by spaces.":
      "筛选条件；几个参数以空格相连。",
    "The reference of a unit, as outline prints it.":
      "一条的引用，如 outline 所示。",
    "The reference of a unit, as outline prints it; the whole issue without it.":
      "一条的引用，如 outline 所示；不写则为全期。",
    "The reference of the unit, as outline prints it.":
      "这一条的引用，如 outline 所示。",
    "The review store: a file, or a database, postgresql://USER@HOST/NAME; else the user's own file.":
      "审阅记录：文件，或数据库 postgresql://用户@主机/库名；不写则为用户自己的文件。",
    "The state: unread, read, agreed, question, problem or notours.":
      """
    状态：未阅 已阅 同意 存疑 问题 非本单位（或英文名）。
    """,
    "The unit to open at, such as 3.1/2.3.11.":
      "打开时所在的条，如 3.1/2.3.11。",
    "What to print, in the language of filters.":
      "要打印什么，用筛选的写法。",
    "Who reviews; else that of the configuration, else $USER.":
      "审阅人；不写则依配置，再依 $USER。",
    """
    A CSV that is exported opens in spreadsheets as it is: an apostrophe goes before \
    what they would take for a formula, a number or a date.
    """:
      """
    导出的 CSV 可直接用电子表格打开：会被当作公式、数字或日期的，前面加撇号。
    """,
    """
    A strip at the top says what to try, and goes on when you have. Ctrl-T skips a \
    lesson, q leaves. Marks that are put here are thrown away; nothing is written. \
    Where there is no terminal the lessons are printed.
    """:
      """
    顶端一行说明试什么，做到即进入下一课。Ctrl-T 跳过一课，q 离开。这里的标记不保存，什\
    么也不写。没有终端时打印课文。
    """,
    """
    Every paragraph is one line, without columns and marks. Headings are sentences, and \
    who is responsible is said in a sentence behind what it is for.
    """:
      """
    每段一行，不分栏，不加符号。标题写成句子，责任分工在其内容之后用一句话说出。
    """,
    """
    Everybody's marks are exported, with --reviewer only theirs. JSON loses nothing and \
    can be imported elsewhere; a file named with -o is written whole or not at all. In \
    CSV an apostrophe goes before what a spreadsheet would take for a formula, a number \
    or a date.
    """:
      """
    导出所有人的标记；有 --reviewer 时只导出其人的。JSON 不丢任何内容，可在别处并入；-o \
    所指文件要么完整写出，要么不写。CSV 中会被当作公式、数字或日期的，前面加撇号。
    """,
    """
    Opens the browser on the issues at the paths, or on the issue that ships with the \
    program. A PATH is a text, a folder with a text (issue.md) and perhaps a \
    manifest.json, a folder of many issues, or the index of one (gazette archive). More \
    than a dozen issues at several paths open like a folder of many. Where standard \
    output is not a terminal, the outline is printed instead.
    """:
      """
    打开各路径所指的公报，不写则为随附的一期。路径可以是一个文件，含有正文（issue.md）、\
    可附 manifest.json 的文件夹，多期的文件夹，或它的索引（gazette archive）。几个路径合计\
    超过十二期时，与多期的文件夹一样打开。标准输出不是终端时，改为打印目录。
    """,
    """
    STATE is unread, read, agreed, question, problem or notours, or its Chinese name \
    (未阅 已阅 同意 存疑 问题 非本单位). A note or tags that were put before stay \
    unless others are given; an empty note removes it. With --stdin each line of \
    standard input is REF STATE [NOTE]; the reference of each mark is printed as soon \
    as the mark is safe on the disk.
    """:
      """
    状态为 未阅 已阅 同意 存疑 问题 非本单位，或 unread read agreed question problem not\
    ours。不另给批注或标签时，原有的不变；空批注即删去。用 --stdin 时，标准输入每行为 引\
    用 状态 [批注]；标记写入磁盘后即打印其引用。
    """,
    """
    Terms joined by a space must all match; | means or, - not, ( ) group, quotes keep a \
    phrase.
      黑土地            words of the text; Latin letters are also pinyin of names and \
    titles: sthj
      @生态环境厅       clauses of a body; lead@… participate@… 牵头@… a role; \
    inherited@… also inherited
      role:lead doc:10号 in:3.1 column:… kind:clause
      has:target has:deadline has:money has:responsibility has:correction
      until:2021-12     due by a date
      issue:2021-11 year:2020..2021 publication:吉林   whole issues
      target>80%        quantities by comparison
      is:unread         read, agreed, question, problem, notours, changed: the state of \
    the review
      tag:… note:… by:… tags, words of notes, and whose marks are meant
    """:
      """
    以空格相连的各项须同时满足；| 为或，- 为非，( ) 成组，引号内为整句。
      黑土地            正文的词；拉丁字母也作名称和标题的拼音：sthj
      @生态环境厅       一个单位的条；lead@… participate@… 牵头@… 为角色；inherited@… 含\
    承接的
      role:lead doc:10号 in:3.1 column:… kind:clause
      has:target has:deadline has:money has:responsibility has:correction
      until:2021-12     在某日前到期
      issue:2021-11 year:2020..2021 publication:吉林   整期
      target>80%        按数量比较
      is:unread         read agreed question problem notours changed：审阅状态
      tag:… note:… by:… 标签、批注中的词、谁的标记
    """,
    """
    What it prints is a configuration itself: without one, begin with gazette config > \
    ~/.config/gazette/config.toml and keep the lines to be changed. Mistakes in the \
    file are listed on standard error, and the status is then 1.
    """:
      """
    打印出来的本身就是一份配置：还没有时，先执行 gazette config > ~/.config/gazette/conf\
    ig.toml，留下要改的行。文件中的错误列在标准错误上，此时状态为 1。
    """,
    """
    Without a query everybody's marks are printed, with --reviewer only theirs. With a \
    query, clauses that it matches and that nobody marked are printed too; clauses that \
    were assigned or are discussed are printed in any case. A mark is \
    printed where its words stand now, with where it was put; where more than one place \
    could be meant it is unsure and counts as unread.
    """:
      """
    不写条件时打印所有人的标记，有 --reviewer 时只打印其人的。写条件时，合于条件而无人标\
    注的条也打印；已分派或在讨论的条总是打印。标记随条文走：打印在条文今在之处，并注明原标何处；可能不止一处时为位置\
    存疑，按未阅计。
    """,
    "'--script' and '--linear' exclude each other":
      "--script 与 --linear 不能并用",
    "--stdin takes no REF, STATE or --note.":
      "用 --stdin 时不写引用、状态和 --note。",
    "Give REF and STATE.":
      "请写引用和状态。",
    """
    An issue is a tree: documents, their attachments, sections and clauses. A reference \
    names a unit by its printed numbers: 3.1/2.3.11 is the clause 11 in (3) of 2 in the \
    first attachment of the third document. Text without a number is t1, t2 under the \
    unit it stands in.
    """:
      """
    一期公报是一棵树：文件、附件、章节和条。引用以印出的编号指明一条：3.1/2.3.11 是第三\
    个文件的第一个附件中 二、（三） 的 11.。没有编号的文字在其所在之处记作 t1、t2。
    """,
    """
    Control characters, bidirectional controls and invisible characters of any text are \
    shown as marks and never sent to the terminal.
    """:
      """
    任何文字中的控制字符、双向控制符和不可见字符都显示为标记，绝不发送给终端。
    """,
    """
    Full-width forms of a key count as the key itself wherever nothing is being typed. \
    Alt with a digit begins a number, which repeats the motion behind it. Where a key \
    works only in some places, these stand in brackets.
    """:
      """
    不在输入文字时，全角字符等同于该键。Alt 加数字开始一个次数，其后的移动重复这么多次。\
    只在某些地方有效的键，方括号中注明地方。
    """,
    """
    The file is TOML; what is missing in it stays as it is. An option counts before the \
    file, a language in the file before that of the locale, and NO_COLOR before a theme \
    of the file. Mistakes are shown when the browser starts and listed by gazette \
    config; the rest applies.
    """:
      """
    文件为 TOML 格式；没有写的保持不变。选项先于文件，文件中的语言先于系统区域，NO_COLOR\
     先于文件中的配色。错误在浏览器启动时提示，由 gazette config 列出；其余照用。
    """,
    """
    The look of a kind of text: a colour, then on and the colour of its ground, then \
    bold, dim, underline or reverse. Colours are the names of the palette, bright- \
    before them, numbers to 255, #rrggbb for the nearest of these, or default.
    """:
      """
    一类文字的样子：颜色，然后 on 和底色，然后 bold、dim、underline 或 reverse。颜色为调\
    色板中的名称，前面可加 bright-，或 255 以内的数，或 #rrggbb（取最近者），或 default\
    。
    """,
    """
    A list of the keys that ask for an action, as the help shows them: x, gg, Ctrl-D, \
    PgDn; keys with names stand apart: g Ctrl-D. An empty list takes the keys away. A \
    key that was another action's must be taken from it too, and one key may not begin \
    another; both are mistakes.
    """:
      """
    一个操作的键的列表，写法与帮助中相同：x、gg、Ctrl-D、PgDn；有名称的键分开写：g Ctrl-\
    D。空列表即去掉其键。原属别的操作的键也须从那里去掉，一个键也不能是另一个的开头；二\
    者都算错误。
    """,
    "The same for one place alone, such as text or contents.":
      "同上，只用于一处，如 text 或 contents。",
    """
    For example:

      theme = \"light\"
      [colors]
      title = \"blue, bold\"
      [keys]
      next-unread = [\"Ctrl-N\"]
      mark-read = [\"x\", \"Insert\"]
      [keys.text]
      follow = [\"Enter\"]
    """:
      """
    例如：

      theme = \"light\"
      [colors]
      title = \"blue, bold\"
      [keys]
      next-unread = [\"Ctrl-N\"]
      mark-read = [\"x\", \"Insert\"]
      [keys.text]
      follow = [\"Enter\"]
    """,
    "The language of messages, unless --lang is given.":
      "提示的语言，除非写了 --lang。",
    """
    The folder of gazette/config.toml, a path from the root; without it ~/.config.
    """:
      """
    gazette/config.toml 所在的文件夹，须为绝对路径；不设则为 ~/.config。
    """,
    "When set, not empty and not 0, the program is restricted; see below.":
      "设了且非空、非 0 时，程序受限；见下。",
    "When set and not empty, no colours are shown, unless --theme is given.":
      "设了且非空时不用颜色，除非写了 --theme。",
    """
    The terminal the browser draws on. Where it is dumb, unknown or not set, the \
    outline is printed.
    """:
      """
    浏览器所用的终端。为 dumb、不认识或未设时，改为打印目录。
    """,
    "The text of an issue in its folder: UTF-8, at most 32 MiB.":
      "一期文件夹中的正文：UTF-8，至多 32 MiB。",
    "The configuration, at most 64 KiB; need not be there.":
      "配置，至多 64 KiB；可以没有。",
    """
    Beside it: the identity of the issue and its corrections, which never change the \
    source.
    """:
      "与之并列：该期的刊名期号和更正；更正从不改动原文。",
    """
    For accounts that anybody may read with: no editor, no shell, no suspending, no \
    file written, no path opened but those given at the start, and no review unless a \
    store is named with --review-db. Copying through the terminal stays. Of the \
    environment only the terminal, the locale and the name of the user are used. The \
    commands that read are left; with GAZETTE_RESTRICTED, or as a login shell, without \
    --issue and --review-db. The arguments are those of whoever wrote the forced \
    command: what ssh host command asks for is never among them, and a login shell \
    takes none. No later argument takes it back.
    """:
      """
    用于人人可用来阅读的账户：没有编辑器、外壳和挂起，不写文件，只打开启动时给出的路径，\
    除非以 --review-db 指明记录，否则没有审阅。仍可经终端复制。环境中只用终端、区域和用\
    户名。只读的命令仍可用；有 GAZETTE_RESTRICTED 或作登录外壳时，不能用 --issue 和 --re\
    view-db。参数由写下强制命令的人决定：ssh 主机 命令 所求的不在其中，登录外壳则不取任\
    何参数。后面的参数不能解除。
    """,
    """
    Refused with status 64: what ssh host command, scp and sftp ask of a login shell.
    """:
      """
    以状态 64 拒绝：ssh 主机 命令、scp 和 sftp 对登录外壳的请求。
    """,
    "What was asked for is done.":
      "所求之事已完成。",
    "It could not be done; one line on standard error says why.":
      "没有做成；标准错误上有一行说明原因。",
    "Wrong usage.":
      "用法有误。",
    """
    One instruction a line; blank lines and lines that begin with # say nothing. There \
    is no clock: all indexes are ready before the first key, and the same script always \
    prints the same. There is no review unless --review-db names a store. Without a \
    screen line the last screen is printed.
    """:
      """
    每行一条指令；空行和以 # 开头的行不起作用。没有时钟：按第一个键之前索引都已备好，同\
    一脚本的输出总是相同。不以 --review-db 指明记录就没有审阅。没有 screen 行时打印最后\
    的屏幕。
    """,
    "The size of the terminal from here on, columns by rows.":
      "此后终端的大小，列数乘行数。",
    "The language from here on: \(Language.names(between: " or ")).":
      "此后的语言：\(Language.names(between: " 或 "))。",
    """
    Keys: characters as they are, others by name as in the help: <Enter> <Esc> <Tab> \
    <Space> <PgDn> <F2> <C-d> <A-Left>; <lt> is <. A digit at the end of the line is no \
    count.
    """:
      """
    按键：字符照写，其余用帮助中的名称：<Enter> <Esc> <Tab> <Space> <PgDn> <F2> <C-d> <A\
    -Left>；<lt> 为 <。行末的数字不是次数。
    """,
    "Type the rest of the line, or paste it.":
      "输入或粘贴该行其余部分。",
    """
    Nothing is pressed for a while, as when one waits for what can follow a prefix.
    """:
      "停一会儿不按键，如同等着看前缀之后可以接什么。",
    "Print the screen; with the styles of its cells.":
      "打印屏幕；可带各格的样式。",
    "End with status 1 and the screen where a row shows the text not, or does.":
      """
    没有（或有）一行显示该文字时，打印屏幕并以状态 1 结束。
    """,
    """
    Reads a command a line and writes whole lines, which scroll; nothing is drawn. It \
    works on any terminal, TERM=dumb too, and in pipes, where it does not ask.
    """:
      """
    每行读一个命令，写出整行，向上滚动；不画任何东西。任何终端都可用，包括 TERM=dumb；在\
    管道中不提问。
    """,
    "Open the shipped issue.":
      "打开随附的一期。",
    "Print one clause with its responsibilities.":
      "打印一条及其责任分工。",
    "Have a plan read aloud.":
      "朗读一个方案。",
    "All that a department has to do, by its initials in pinyin.":
      "以拼音首字母查一个单位的全部任务。",
    "See what applies and why, and what the actions are called.":
      "看现行的设置及其来处，以及各操作的名称。",
    "Learn the keys in five minutes.":
      "五分钟学会按键。",
    "Read at the far end of a line.":
      "在线路另一端阅读。",
  ].merging(handingOut) { first, _ in first }.merging(team) { first, _ in first }
}
