#!/usr/bin/env python3
"""Measures archives of made issues: the curve over 1, 10, 100, 847 and 3,000 of them.

Usage: bench-archive.py PATH-OF-GAZETTE [--counts 1,10,100,847,3000] [--runs N] [--check] [--folder FOLDER]
                        [--paths N] [--reuse]

The issues are made from the shipped one and a seed (made_issues.py); below FOLDER they are kept for the next time,
and with --reuse so are their indexes. Times are medians in milliseconds of the wall,
where a line does not say processor; memory is VmHWM. All paths of the folder named one by one, as gazette *.md does, open
as an archive where they are more than a dozen, else in one tree: they are measured at each count, or up to as many as --paths
says, in what opens then, with the index that an earlier start has left. What is measured beside something else, as find
beside rg, takes turns with it. With --check the exit status is 1 when a target is missed at 847 or 3,000.
"""
import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import made_issues
from bench import TEXT, Program, run_time

COUNTS = [1, 10, 100, 847, 3000]
# So many paths open in one tree, more as an archive: ArchiveOrigin.mostTogether.
TOGETHER = 12
# Two to six Han, frequent and rare.
WORDS = ['生态', '黑土地', '超低排放', '生态环境厅', '重点行业污染']


def processor(arguments):
    """The seconds of processor time and the MB of memory of a command."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit('bench-archive: ' + ' '.join(arguments) + ' failed')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def seek_time(word, folder, runs):
    """The median milliseconds of rg -c, which answers with its status whether a word is there."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(['rg', '-c', word, folder], stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def median(values):
    return sorted(values)[len(values) // 2]


def first_frames(arguments, runs):
    times = []
    for _ in range(runs):
        program = Program(arguments)
        times.append(program.open()[1])
        program.close()
    return median(times)


def reading(arguments):
    """A key in the narrowing line, opening an issue, and the memory of it all."""
    program = Program(arguments)
    program.open()
    program.settle()
    program.press(b'f', 0.5)
    narrowing = median([program.press(key, 0.5)[1] for key in (b'2', b'0', b'1', b'\x7f', b'\x7f', b'\x7f')])
    program.press(b'\r', 0.5)
    opening = []
    for _ in range(5):
        program.press(b'j', 0.3)
        program.press(b'\r', 1.0)
        opening.append(program.first)
        program.press(b'q', 1.0)
    memory = program.peak_memory()
    program.close()
    return narrowing, median(opening), memory


def unrelated(folder):
    """Two documents of 1 MB whose words nothing has in common."""
    generator = random.Random(1)
    paths = []
    for name, first in (('old', 0x4E00), ('new', 0x6E00)):
        lines = ['# 关于一件事的通知\n']
        while sum(map(len, lines)) < (1 << 20) // 3:
            lines.append(''.join(chr(first + generator.randrange(0x1000)) for _ in range(200)) + '。\n')
        paths.append(os.path.join(folder, name + '.md'))
        with open(paths[-1], 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines))
    return paths


def end(program):
    """Leaves; the milliseconds to the end of the process."""
    os.write(program.master, b'q')
    began = time.perf_counter()
    while os.waitpid(program.process, os.WNOHANG)[0] == 0:
        program.read(0.001)
        if time.perf_counter() - began > 60:
            sys.exit('bench-archive: q does not leave')
    return (time.perf_counter() - began) * 1000


def indexes(cache):
    """The indexes that the program keeps below a cache of its own."""
    folder = os.path.join(cache, 'gazette')
    return [name for name in os.listdir(folder) if name.endswith('.gazette-index')] if os.path.isdir(folder) else []


def all_paths(gazette, paths, runs):
    """All paths named one by one, with the index that an earlier start has left: the first frame; zM and Ctrl-P, to the new
    frame, in the tree of all or in an issue that was opened from the list; q, to the end of the process."""
    state = tempfile.TemporaryDirectory()
    arguments = [gazette, *paths]
    # Not the first of a new user: the disk takes its time to make a store. The first key goes to the text, the second marks.
    program = Program([gazette, paths[0]], state.name)
    program.open(120)
    program.settle()
    program.press(b'\r', 0.5)
    program.press(b'x', 0.5)
    end(program)
    is_archive = len(paths) > TOGETHER
    row = {}
    if is_archive:
        began = time.perf_counter()
        program = Program(arguments, state.name)
        program.open(120)
        while not indexes(state.name):
            if time.perf_counter() - began > 900:
                sys.exit('bench-archive: no index of the paths was made')
            program.read(0.1)
        program.settle()
        end(program)
    times = []
    for _ in range(runs):
        program = Program(arguments, state.name)
        # What is looked at behind the first frame draws a second one.
        times.append(program.open(120)[0])
        program.settle()
        program.close()
    row['all paths: first frame'] = median(times)
    program = Program(arguments, state.name)
    program.open(120)
    program.settle()
    if is_archive:
        program.press(b'\r', 1.0)
    program.press(b'h', 1.0)
    program.press(b'z', 0.3)
    program.press(b'M', 2.0)
    row['all paths: zM'] = program.first
    program.press(b'\x10', 2.0)
    row['all paths: Ctrl-P'] = program.first
    program.press(b'\x1b', 1.0)
    if is_archive:
        program.press(b'q', 1.0)
    row['all paths: memory, MB'] = program.peak_memory()
    row['all paths: q'] = end(program)
    return row


def measure(gazette, folder, count, runs, most_paths, reuses):
    issues = os.path.join(folder, str(count))
    index = os.path.join(folder, f'{count}.index')
    if not os.path.isdir(issues):
        made_issues.write(TEXT, issues, count)
    size = sum(entry.stat().st_size for entry in os.scandir(issues))
    row = {}
    if not (reuses and os.path.exists(index)):
        if os.path.exists(index):
            os.remove(index)
        row['build, s of processor'], row['build, MB'] = processor([gazette, 'archive', 'build', issues, '-o', index])
    row['index / text'] = os.path.getsize(index) / size
    made_issues.write(TEXT, issues, count + 1, start=count)
    row['one more issue, ms of processor'] = processor([gazette, 'archive', 'build', issues, '-o', index])[0] * 1000
    os.remove(os.path.join(issues, f'{count + 1:05}.md'))
    subprocess.run([gazette, 'archive', 'build', issues, '-o', index], check=True, stdout=subprocess.DEVNULL)
    row['first frame'] = first_frames([gazette, index], runs)
    row['key in the narrowing line'], row['opening an issue'], row['reading, MB'] = reading([gazette, index])
    found, sought = {}, {}
    for word in WORDS:
        found[word] = run_time([gazette, 'find', word, '--issue', index], runs)
        if shutil.which('rg'):
            sought[word] = seek_time(word, issues, runs)
    row['find, slowest of five words'] = max(found.values())
    if sought:
        row['find / rg -c, worst'] = max(found[word] / sought[word] for word in WORDS)
    row['find lead@省生态环境厅 has:deadline'] = run_time(
        [gazette, 'find', 'lead@省生态环境厅 has:deadline', '--issue', index], runs)
    row['departments'] = run_time([gazette, 'departments', '--issue', index], runs)
    if count > 1:
        pair = [os.path.join(issues, f'{number:05}.md') for number in (1, 2)]
        row['diff of two issues'] = run_time([gazette, 'diff', *pair], runs)
    if count == 847:
        row['diff of 1 MB that share nothing'] = run_time([gazette, 'diff', *unrelated(folder)], 1)
    if count <= most_paths:
        paths = sorted(os.path.join(issues, name) for name in os.listdir(issues))
        row.update(all_paths(gazette, paths, runs))
    return row


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('gazette')
    parser.add_argument('--counts', default=','.join(map(str, COUNTS)))
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--folder')
    parser.add_argument('--reuse', action='store_true')
    parser.add_argument('--paths', type=int, default=3000)
    options = parser.parse_args()
    counts = [int(count) for count in options.counts.split(',')]
    # Leave room for thousands of files that are open or named at once.
    resource.setrlimit(resource.RLIMIT_STACK, (64 << 20, resource.getrlimit(resource.RLIMIT_STACK)[1]))
    rows = {}
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            rows[count] = measure(options.gazette, options.folder or folder, count, options.runs, options.paths,
                                  options.reuse)
        print(f'measured {count}', file=sys.stderr)
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    goals = {
        'build, s of processor': {847: 20}, 'build, MB': {847: 150}, 'index / text': {847: 1.5, 3000: 1.5},
        'one more issue, ms of processor': {847: 50}, 'reading, MB': {847: 40, 3000: 60},
        'key in the narrowing line': {847: 30, 3000: 30}, 'opening an issue': {847: 15},
        'find, slowest of five words': {847: 50}, 'find / rg -c, worst': {847: 2},
        'find lead@省生态环境厅 has:deadline': {847: 50}, 'departments': {847: 50}, 'diff of two issues': {847: 50},
        'diff of 1 MB that share nothing': {847: 2000},
        'all paths: zM': {847: 30, 3000: 30}, 'all paths: Ctrl-P': {847: 30, 3000: 30},
        'all paths: q': {847: 30, 3000: 30}, 'all paths: memory, MB': {847: 40, 3000: 60},
    }
    if 1 in rows:
        goals['first frame'] = {count: 1.5 * rows[1]['first frame'] for count in counts}
        if 'all paths: first frame' in rows[1]:
            one = rows[1]['all paths: first frame']
            goals['all paths: first frame'] = {count: 1.5 * one for count in counts}
    print(f'{"issues":40}' + ''.join(f'{count:>10}' for count in counts) + '   at most')
    missed = 0
    for name in names:
        cells = ''
        for count in counts:
            value = rows[count].get(name)
            limit = goals.get(name, {}).get(count)
            is_missed = value is not None and limit is not None and value > limit
            missed += is_missed
            cells += f'{"–" if value is None else f"{value:.2f}" + ("!" if is_missed else ""):>10}'
        limits = sorted(goals.get(name, {}).items())
        print(f'{name:40}{cells}   ' + ', '.join(f'{count}: {limit:.4g}' for count, limit in limits if count >= 847))
    return 1 if options.check and missed else 0


if __name__ == '__main__':
    sys.exit(main())
