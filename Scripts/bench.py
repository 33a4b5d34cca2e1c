#!/usr/bin/env python3
"""Measures the browser beside less, vim, tig and newsboat on the same text and the same machine.

Usage: bench.py PATH-OF-GAZETTE [--runs N] [--model PATH-OF-BENCHMARKS] [--check]

Every program is started on a pseudo-terminal of its own with a fixed size. Measured are the time from the
start of the process to the first visible character and to the last byte of the first screen, the bytes and
the time of each key up to the last byte, the peak memory (VmHWM), and the bytes and processor time of a
second without input. Figures are medians. Programs that are compared take turns, start by start and key
by key, so that noise falls on all alike. With --check the exit status is 1 when a target is missed.
"""
import argparse
import fcntl
import html
import json
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

import bench_counts

REPOSITORY = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TEXT = os.path.join(REPOSITORY, 'Content', 'jilin-2021-11', 'issue.md')
ROWS, COLUMNS = 40, 120

# A key is over, and the first screen complete, when the program has been silent for so many seconds.
QUIET = 0.03
FIRST_SCREEN_QUIET = 0.15
PATIENCE = 2.0

# What is pressed before anything is measured: gx, so that what is read is not marked and scrolling is measured, not
# the disk; in newsboat the feed and its article are opened, in tig nothing has to be.
OWN_SETUP = {'gazette': [b'g', b'x'], 'newsboat': [b'\r', b'\r']}

# What terminals are asked at start, and what an xterm answers.
ANSWERS = [
    (re.compile(rb'\x1b\[0?c'), b'\x1b[?62;22c'),
    (re.compile(rb'\x1b\[>0?c'), b'\x1b[>41;354;0c'),
    (re.compile(rb'\x1b\[5n'), b'\x1b[0n'),
    (re.compile(rb'\x1b\[\?2026\$p'), b'\x1b[?2026;0$y'),
]
# Where the cursor is: behind what was written where it was put last, a column each.
POSITION = re.compile(rb'(?:\x1b\[(\d+);(\d+)H([^\x1b]*))?\x1b\[6n')
CONTROL = re.compile(
    rb'\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]|[\x00-\x20\x7f]')


class Program:
    """A program on a pseudo-terminal."""

    def __init__(self, arguments, state=None):
        environment = {
            'PATH': os.environ['PATH'], 'HOME': '/nonexistent', 'TERM': 'xterm-256color',
            'LC_ALL': 'C.UTF-8', 'USER': 'bench',
        }
        # Each run begins as the first of a new user, unless it is given a store.
        self.folder = tempfile.TemporaryDirectory()
        environment['XDG_STATE_HOME'] = environment['XDG_CACHE_HOME'] = state or self.folder.name
        path = shutil.which(arguments[0])
        if not path:
            sys.exit('bench: no such program: ' + arguments[0])
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', ROWS, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self.process = os.fork()
        if self.process == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            os.closerange(3, 64)
            os.execve(path, arguments, environment)
        os.close(slave)

    def read(self, timeout):
        """What the program writes within `timeout` seconds, or nothing; answers its questions."""
        if not select.select([self.master], [], [], timeout)[0]:
            return b''
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return b''
        # In the order of the questions, as a terminal does: the program tells by the last answer that it has all.
        answers = [(found.start(), answer) for question, answer in ANSWERS for found in question.finditer(data)]
        for found in POSITION.finditer(data):
            row, column = int(found[1] or 1), int(found[2] or 1) + len((found[3] or b'').decode(errors='replace'))
            answers.append((found.end(), b'\x1b[%d;%dR' % (row, column)))
        for _, answer in sorted(answers):
            os.write(self.master, answer)
        return data

    def open(self, patience=PATIENCE):
        """Waits `patience` seconds for the first screen; the milliseconds to its first visible character and to its
        last byte."""
        seen, first, last = b'', None, None
        while True:
            data = self.read(patience if first is None else FIRST_SCREEN_QUIET)
            if not data:
                if first is None:
                    sys.exit('bench: nothing was drawn')
                return first, last
            last = (time.perf_counter() - self.started) * 1000
            seen += data
            if first is None and CONTROL.sub(b'', seen):
                first = last

    def press(self, key, patience=QUIET):
        """Sends a key; the bytes that answer it and the milliseconds to the last of them. The first may take
        `patience` seconds."""
        sent = last = time.perf_counter()
        os.write(self.master, key)
        count = 0
        while data := self.read(QUIET if count else patience):
            last = time.perf_counter()
            if count == 0:
                self.first = (last - sent) * 1000
            count += len(data)
        return count, (last - sent) * 1000

    def peak_memory(self):
        """VmHWM in MB: unlike ru_maxrss it does not count the process that forked."""
        with open(f'/proc/{self.process}/status') as status:
            for line in status:
                if line.startswith('VmHWM:'):
                    return int(line.split()[1]) / 1024
        return 0.0

    def processor_time(self):
        with open(f'/proc/{self.process}/stat') as stat:
            fields = stat.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf('SC_CLK_TCK')

    def idle(self, seconds):
        """The bytes and the milliseconds of processor time that doing nothing costs."""
        before, end, count = self.processor_time(), time.perf_counter() + seconds, 0
        while (rest := end - time.perf_counter()) > 0:
            count += len(self.read(rest))
        return count, self.processor_time() - before

    def settle(self):
        """Waits until the program has nothing more to do."""
        while self.idle(0.2)[1] > 0:
            pass

    def close(self):
        os.close(self.master)
        deadline = time.perf_counter() + 1
        while time.perf_counter() < deadline:
            if os.waitpid(self.process, os.WNOHANG)[0]:
                return
            time.sleep(0.005)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def paints(programs, runs, states={}):
    """The median first and full paint of each program, taken in turns."""
    times = {name: [] for name in programs}
    for _ in range(runs):
        for name, arguments in programs.items():
            program = Program(arguments, states.get(name))
            times[name].append(program.open())
            program.close()
    return tuple(
        {name: statistics.median(value[part] for value in values) for name, values in times.items()}
        for part in (0, 1))


def compared_keys(programs, setup, measured, settles=False, own=OWN_SETUP):
    """The median bytes and milliseconds of the keys `measured` behind the keys `setup`, and the peak memory,
    of programs that run side by side and are pressed in turns."""
    running = {name: Program(arguments) for name, arguments in programs.items()}
    for name, program in running.items():
        program.open()
        if settles:
            program.settle()
        for key in [*own.get(name, ()), *setup]:
            program.press(key)
    answers = {name: [] for name in programs}
    for key in measured:
        for name, program in running.items():
            # What is measured over a whole library may take longer than a pause between keys.
            answers[name].append(program.press(key, 0.2 if settles else QUIET))
    result = {}
    for name, program in running.items():
        result[name] = (
            statistics.median(a[0] for a in answers[name]),
            statistics.median(a[1] for a in answers[name]), program.peak_memory())
        program.close()
    return result


def keys(arguments, setup, measured, settles=False):
    """The median bytes and milliseconds of the keys `measured`, pressed behind those of `setup`."""
    return compared_keys({'': arguments}, setup, measured, settles)['']


def full_store(gazette, folder, count):
    """Fills a review store below `folder` with so many marks, by the program itself."""
    outline = subprocess.run([gazette, 'outline'], check=True, capture_output=True, text=True).stdout
    references = [word for word in (line.split(' ')[0] for line in outline.splitlines()) if '/' in word]
    first = references[0]
    database = os.path.join(folder, 'gazette', 'review.sqlite')
    subprocess.run(
        [gazette, 'review', 'mark', first, 'read', '--reviewer', 'bench', '--review-db', database], check=True)
    exported = json.loads(subprocess.run(
        [gazette, 'review', 'export', '--format', 'json', '--review-db', database],
        check=True, capture_output=True, text=True).stdout)
    mark = exported['marks'][0]
    # Of other issues and reviewers, as a host has them after some years.
    exported['marks'] = [
        dict(mark, ref=f'20{20 + number // 20000}-{number // 1000 % 24 + 1:02}:{references[number % len(references)]}',
             reviewer=f'r{number // len(references) % 20}') for number in range(count)]
    path = os.path.join(folder, 'marks.json')
    with open(path, 'w') as file:
        json.dump(exported, file)
    subprocess.run([gazette, 'review', 'import', path, '--review-db', database], check=True, capture_output=True)


def marking(arguments, state):
    """The median milliseconds from a key that marks to the next clause, and to the mark on the disk and shown."""
    program = Program(arguments, state)
    program.open()
    program.press(b'd')
    next_clause, on_disk = [], []
    for key in [b'c', b'v', b'b', b'x'] * 8:
        on_disk.append(program.press(key)[1])
        next_clause.append(program.first)
    program.close()
    return statistics.median(next_clause), statistics.median(on_disk)


def disk_time(folder):
    """The median milliseconds until the disk has a block: no mark can be on it sooner."""
    descriptor = os.open(os.path.join(folder, 'block'), os.O_WRONLY | os.O_CREAT)
    times = []
    for _ in range(40):
        began = time.perf_counter()
        os.write(descriptor, b'x' * 4096)
        os.fdatasync(descriptor)
        times.append((time.perf_counter() - began) * 1000)
    os.close(descriptor)
    return statistics.median(times)


def library(folder, count):
    """Writes so many issues, each with words of its own, and returns their paths."""
    with open(TEXT, encoding='utf-8') as file:
        text = file.read()
    paths = []
    for number in range(count):
        path = os.path.join(folder, f'issue-{number + 1:03}.md')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text.replace('黑土地', f'黑土地{number}').replace('2021', str(2000 + number % 25)))
        paths.append(path)
    return paths


def run_time(arguments, runs):
    """The median milliseconds of a command from start to end."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def model_times(path):
    """The milliseconds of each piece of work behind the browser, as the model's benchmarks print them."""
    lines = subprocess.run([path], check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: float(value) for name, value in (line.split('\t') for line in lines)}


def others(folder, text):
    """The programs to compare with, each showing the text: tig as a pager, newsboat as the one article of a feed.
    Those that are not installed are left out."""
    programs = {'less': ['less', text], 'vim': ['vim', '-u', 'NONE', text]}
    if shutil.which('tig'):
        programs['tig'] = ['sh', '-c', 'exec tig < "$0"', text]
    if shutil.which('newsboat'):
        feed, urls, config = (os.path.join(folder, name) for name in ('feed.xml', 'urls', 'config'))
        with open(text, encoding='utf-8') as file:
            paragraphs = ''.join(f'<p>{html.escape(line)}</p>' for line in file.read().splitlines() if line)
        with open(feed, 'w', encoding='utf-8') as file:
            file.write(
                '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>公报</title>'
                '<link>http://localhost/</link><description>公报</description><item><title>公报</title>'
                '<link>http://localhost/1</link><guid>1</guid><description>'
                + html.escape(paragraphs) + '</description></item></channel></rss>')
        # By itself newsboat scrolls by arrows only.
        choices = 'auto-reload no\nbind-key j down\nbind-key ^F pagedown'
        for path, line in ((urls, f'file://{feed}'), (config, choices)):
            with open(path, 'w') as file:
                file.write(line + '\n')
        arguments = ['newsboat', '-q', '-u', urls, '-c', os.path.join(folder, 'cache.db'), '-C', config]
        subprocess.run(arguments + ['-x', 'reload'], stdout=subprocess.DEVNULL, env=dict(os.environ, HOME=folder))
        programs['newsboat'] = arguments
    return programs


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('gazette')
    parser.add_argument('--runs', type=int, default=21)
    parser.add_argument('--model')
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    # Without options, as readers start it: these are read by a parser that costs a third of the start. gx
    # closes the page that a new issue begins with, so that keys are measured in the text.
    gazette = [options.gazette]
    # A copy: vim, ended by the loss of its terminal, leaves a swap file beside what it shows.
    folder = tempfile.TemporaryDirectory()
    text = shutil.copy(TEXT, folder.name)
    programs = {'gazette': gazette, **others(folder.name, text)}

    counted = bench_counts.counts(programs, ROWS, COLUMNS)
    paint, full_paint = paints(programs, options.runs)
    # The cursor goes down first, so that each measured key scrolls a line.
    down = [b'j'] * ROWS
    scroll = compared_keys(programs, down, down)
    pages = compared_keys(programs, [], [b'\x06'] * 10)
    # h goes to the tree: a walk down and up among units that stand near each other does not move the text.
    # r leaves only the text.
    tree = keys(gazette, [b'h', b'j'], ([b'j'] * 4 + [b'k'] * 4) * 5)
    reading = keys(gazette, [*OWN_SETUP['gazette'], b'r'] + down, down)
    # 2 lists the bodies: Enter opens a dossier and H leaves it; 3 is the matrix.
    dossier = keys(gazette, [b'2'], [b'\r', b'H'] * 5)
    in_dossier = keys(gazette, [b'2', b'\r'], [b'j'] * 30)
    narrowing = keys(gazette, [b'2', b'/'], [bytes([letter]) for letter in b'sthj'] + [b'\x7f'] * 3)
    matrix = keys(gazette, [b'3'], [b'j', b'l'] * 10)
    with tempfile.TemporaryDirectory() as folder:
        block_time = disk_time(folder)
        mark_time, shown_time = marking(gazette, folder)
    with tempfile.TemporaryDirectory() as folder:
        full_store(options.gazette, folder, 100_000)
        stores, _ = paints({'none': gazette, 'full': gazette}, options.runs, {'full': folder})
        full_time, full_shown_time = marking(gazette, folder)
    # f types a filter: each key shows what it leaves.
    typed = [bytes([letter]) for letter in b'sthj'] + [b'\x7f'] * 3
    typed += [b'\x15'] + [character.encode() for character in '黑土地'] + [b'\x7f'] * 2
    filtering = keys(gazette, [b'f'], typed, settles=True)
    with tempfile.TemporaryDirectory() as folder:
        # As many as open in one tree.
        paths = library(folder, 12)
        filtering_library = keys(gazette + paths, [b'f'], typed, settles=True)
    program = Program(gazette)
    program.open()
    idle_bytes, idle_time = program.idle(1.0)
    program.close()
    memory = {
        name: max(scroll[name][2], pages[name][2]) for name in programs}
    slowest = max(tree[1], reading[1], scroll['gazette'][1], pages['gazette'][1], in_dossier[1],
                  narrowing[1], matrix[1])

    print(f'{ROWS} rows, {COLUMNS} columns; medians of {options.runs} starts\n')
    print(f'{"":34}' + ''.join(f'{name:>10}' for name in programs))

    def compare(label, values):
        print(f'{label:34}' + ''.join(f'{values[name]:10.2f}' for name in programs))

    compare('first paint, ms', paint)
    compare('full paint, ms', full_paint)
    compare('scrolled line, bytes', {name: scroll[name][0] for name in programs})
    compare('scrolled line, ms', {name: scroll[name][1] for name in programs})
    compare('page, bytes', {name: pages[name][0] for name in programs})
    compare('page, ms', {name: pages[name][1] for name in programs})
    compare('peak memory, MB', memory)
    for place, label in enumerate(
            ['opened and left, M instructions', 'opened and left, page faults', 'opened and left, kB read']):
        compare(label, {name: counted[name][place] for name in programs})

    targets = [
        ('first paint, ratio to vim', paint['gazette'] / paint['vim'], 1.3),
        ('slowest median key, ms', slowest, 1.5),
        ('dossier opened, ms', dossier[1], 5),
        ('move in the tree, bytes', tree[0], 300),
        ('scrolled line beside panes, bytes', scroll['gazette'][0], 4500),
        ('scrolled line full-width, bytes', reading[0], 250),
        ('page, bytes', pages['gazette'][0], 4800),
        ('idle for a second, bytes', idle_bytes, 0),
        ('mark to new frame, ms', mark_time, 5),
        ('the same with 100,000 marks, ms', full_time, 5),
        # What is shown as marked is on the disk; that takes as long as the disk does.
        ('mark on the disk and shown, ms', shown_time, 5 + 2 * block_time),
        ('the same with 100,000 marks, ms', full_shown_time, 5 + 2 * block_time),
        ('first paint with 100,000 marks, ratio', stores['full'] / stores['none'], 1.1),
        ('idle for a second, ms of processor', idle_time, 0),
        ('peak memory, MB', memory['gazette'], 20),
    ]
    targets += [
        ('key in the filter line, ms', filtering[1], 4),
        ('the same over 12 issues, ms', filtering_library[1], 30),
    ]
    if shutil.which('rg'):
        found = run_time(gazette + ['find', '黑土地'], options.runs)
        sought = run_time(['rg', '黑土地', TEXT], options.runs)
        print(f'\n{"find 黑土地, ms":34}{found:10.2f}{sought:10.2f} for rg{found / sought:9.2f}')
    if options.model:
        times = model_times(options.model)
        targets += [
            ('parse and index, ratio to parse', 1 + times['index of bodies'] / times['parse'], 2),
            ('slowest dossier in the model, ms', times['slowest dossier'], 5),
        ]
    print(f'\n{"gazette":38}{"measured":>10}{"at most":>10}')
    missed = 0
    for label, value, limit in targets:
        verdict = '  met' if value <= limit else '  missed'
        missed += value > limit
        print(f'{label:38}{value:10.2f}{limit:10.2f}{verdict}')
    if options.check and missed:
        sys.exit(1)


if __name__ == '__main__':
    main()
