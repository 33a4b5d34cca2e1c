#!/usr/bin/env python3
"""Measures archives of made issues: the curve over 1, 10, 100, 847 and 3,000 of them.

Usage: bench-archive.py PATH-OF-GAZETTE [--counts 1,10,100,847,3000] [--runs N] [--check] [--folder FOLDER]

The issues are made from the shipped one and a seed (made_issues.py). Times are medians in milliseconds of the wall,
where a line does not say processor; memory is VmHWM. What opens all the paths of a folder one by one (leaving, folding
and the palette) is measured up to 847 issues. With --check the exit status is 1 when a target is missed at 847 or 3,000.
"""
import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import made_issues
from bench import TEXT, Program, run_time

COUNTS = [1, 10, 100, 847, 3000]
# Two to six Han, frequent and rare.
WORDS = ['生态', '黑土地', '超低排放', '乡村振兴局', '重点行业污染']


def processor(arguments):
    """The seconds of processor time and the MB of memory of a command."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit('bench-archive: ' + ' '.join(arguments) + ' failed')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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


def leaving(arguments):
    """zM, Ctrl-P and q with all paths open, to the new frame and to the end of the process."""
    program = Program(arguments)
    program.open()
    program.settle()
    program.press(b'h', 1.0)
    program.press(b'z', 0.3)
    program.press(b'M', 2.0)
    folding = program.first
    program.press(b'\x10', 2.0)
    palette = program.first
    program.press(b'\x1b', 1.0)
    os.write(program.master, b'q')
    began = time.perf_counter()
    while os.waitpid(program.process, os.WNOHANG)[0] == 0:
        program.read(0.001)
    return folding, palette, (time.perf_counter() - began) * 1000


def measure(gazette, folder, count, runs):
    issues = os.path.join(folder, 'issues')
    index = os.path.join(folder, 'index')
    size = made_issues.write(TEXT, issues, count)
    row = {}
    row['build, s of processor'], row['build, MB'] = processor([gazette, 'archive', 'build', issues, '-o', index])
    row['index / text'] = os.path.getsize(index) / size
    made_issues.write(TEXT, issues, count + 1, start=count)
    row['one more issue, ms of processor'] = processor([gazette, 'archive', 'build', issues, '-o', index])[0] * 1000
    os.remove(os.path.join(issues, f'{count + 1:05}.md'))
    subprocess.run([gazette, 'archive', 'build', issues, '-o', index], check=True, stdout=subprocess.DEVNULL)
    row['first frame'] = first_frames([gazette, index], runs)
    row['key in the narrowing line'], row['opening an issue'], row['reading, MB'] = reading([gazette, index])
    found = {word: run_time([gazette, 'find', word, '--issue', index], runs) for word in WORDS}
    row['find, slowest of five words'] = max(found.values())
    if shutil.which('rg'):
        sought = {word: run_time(['rg', '-c', word, issues], runs) for word in WORDS}
        row['find / rg -c, worst'] = max(found[word] / sought[word] for word in WORDS)
    row['find lead@省生态环境厅 has:deadline'] = run_time(
        [gazette, 'find', 'lead@省生态环境厅 has:deadline', '--issue', index], runs)
    row['departments'] = run_time([gazette, 'departments', '--issue', index], runs)
    if count > 1:
        pair = [os.path.join(issues, f'{number:05}.md') for number in (1, 2)]
        row['diff of two issues'] = run_time([gazette, 'diff', *pair], runs)
    if count <= 847:
        paths = sorted(os.path.join(issues, name) for name in os.listdir(issues))
        row['zM, all paths'], row['Ctrl-P, all paths'], row['q, all paths'] = leaving([gazette, *paths])
    return row


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('gazette')
    parser.add_argument('--counts', default=','.join(map(str, COUNTS)))
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--folder')
    options = parser.parse_args()
    counts = [int(count) for count in options.counts.split(',')]
    # Leave room for thousands of files that are open or named at once.
    resource.setrlimit(resource.RLIMIT_STACK, (64 << 20, resource.getrlimit(resource.RLIMIT_STACK)[1]))
    rows = {}
    for count in counts:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            rows[count] = measure(options.gazette, folder, count, options.runs)
        print(f'measured {count}', file=sys.stderr)
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    goals = {
        'build, s of processor': {847: 20}, 'build, MB': {847: 150}, 'index / text': {847: 1.5, 3000: 1.5},
        'one more issue, ms of processor': {847: 50}, 'reading, MB': {847: 40, 3000: 60},
        'key in the narrowing line': {847: 30, 3000: 30}, 'opening an issue': {847: 15},
        'find, slowest of five words': {847: 50}, 'find / rg -c, worst': {847: 2},
        'find lead@省生态环境厅 has:deadline': {847: 50}, 'departments': {847: 50}, 'diff of two issues': {847: 50},
        'zM, all paths': {847: 30}, 'Ctrl-P, all paths': {847: 30}, 'q, all paths': {847: 30},
    }
    if 1 in rows:
        goals['first frame'] = {count: 1.5 * rows[1]['first frame'] for count in counts}
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
