"""What a start costs that does not depend on the machine: instructions, page faults and bytes read.

A program is started, given the keys that leave it before it asks for any, and counted to its end: it draws its first
screen, finds the keys and goes. Times tell of the processor, its caches and the pages of the system; these do not.
"""
import fcntl
import glob
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import tempfile
import termios

# What leaves a program; vim reads it as a command.
LEAVE = {'vim': b':q!\r', 'newsboat': b'q', 'tig': b'Q'}
COLLECTED = re.compile(r'Collected : (\d+)')


def environment(folder):
    return {
        'PATH': os.environ['PATH'], 'HOME': '/nonexistent', 'TERM': 'xterm-256color', 'LC_ALL': 'C.UTF-8',
        'USER': 'bench', 'XDG_STATE_HOME': folder,
    }


def opened_and_left(arguments, leave, rows, columns):
    """Runs a program to its end on a terminal of its own; its page faults, and the bytes that it had asked the system
    for when it last wrote."""
    with tempfile.TemporaryDirectory() as folder:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
        os.write(master, leave)
        terminal = os.ttyname(slave)
        # posix_spawn, not fork: what a copy of this interpreter touches would be counted too.
        process = os.posix_spawn(
            shutil.which(arguments[0]), arguments, environment(folder), setsid=True,
            file_actions=[(os.POSIX_SPAWN_OPEN, 0, terminal, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1),
                          (os.POSIX_SPAWN_DUP2, 0, 2), (os.POSIX_SPAWN_CLOSE, master)])
        os.close(slave)
        bytes_read = 0
        while select.select([master], [], [], 60)[0]:
            try:
                with open(f'/proc/{process}/io') as counts:
                    bytes_read = max(bytes_read, int(counts.readline().split()[1]))
            except (OSError, IndexError, ValueError):
                pass
            try:
                if not os.read(master, 1 << 16):
                    break
            except OSError:
                break
        usage = os.wait4(process, 0)[2]
        os.close(master)
        return usage.ru_minflt + usage.ru_majflt, bytes_read


def instructions(arguments, leave, rows, columns):
    """The instructions of the same, counted by valgrind; nothing where there is none."""
    if not shutil.which('valgrind'):
        return None
    with tempfile.TemporaryDirectory() as folder:
        program = shutil.which(arguments[0])
        copy = os.path.join(folder, os.path.basename(program))
        # Valgrind cannot read the debug information of the compiler.
        if subprocess.run(['strip', '--strip-debug', '-o', copy, program], capture_output=True).returncode:
            copy = program
        opened_and_left(
            ['valgrind', '--tool=callgrind', '--trace-children=yes', '--callgrind-out-file=/dev/null',
             f'--log-file={folder}/log.%p', copy, *arguments[1:]], leave, rows, columns)
        counts = []
        for path in glob.glob(f'{folder}/log.*'):
            with open(path) as log:
                counts += [int(count) for count in COLLECTED.findall(log.read())]
        return max(counts) if counts else None


def counts(programs, rows, columns):
    """For each program: millions of instructions, page faults and kB read, the least of three runs: what is more is the
    system's."""
    result = {}
    for name, arguments in programs.items():
        leave = LEAVE.get(name, b'q')
        runs = [opened_and_left(arguments, leave, rows, columns) for _ in range(3)]
        counted = instructions(arguments, leave, rows, columns)
        result[name] = (
            counted / 1e6 if counted else float('nan'), min(run[0] for run in runs), min(run[1] for run in runs) / 1024)
    return result
