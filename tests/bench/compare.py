#!/usr/bin/env python3
"""Times tally against other programs that count words.

Usage: compare.py TALLY CORPUS_PROGRAM [--rounds N] [--folder DIR] [--quick]

TALLY is the program, CORPUS_PROGRAM the generator built beside it. Both corpora
are generated once, with a fixed seed, into DIR. Each round runs all programs
one after the other, so that a machine that slows down slows all of them down;
every figure is the median of its rounds, whole process from start to exit, page
cache warm. Prints a Markdown table: seconds, times as fast as `wc -w`, and peak
memory.
"""

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time

WC = "LC_ALL=C wc -w {file}"

# What to run on a corpus; programs that are not installed are passed over.
PROGRAMS = {
    "tally": "{tally} {file}",
    "tally -j 1": "{tally} -j 1 {file}",
    "cat | tally": "cat {file} | {tally}",
    "tally --ignore-case": "{tally} --ignore-case {file}",
    "tally --words text": "{tally} --words text {file}",
    "wc -w": WC,
}

# Too slow for many rounds: they run once.
PEERS = {
    "tr | sort | uniq -c": "tr -s '[:space:]' '\\n' <{file} | LC_ALL=C sort"
                           " -S 25% --parallel 2 | uniq -c",
    "awk": "awk '{{for (i = 1; i <= NF; ++i) n[$i]++}}"
           " END {{for (w in n) print n[w], w}}' {file}",
    "mawk": "mawk '{{for (i = 1; i <= NF; ++i) n[$i]++}}"
            " END {{for (w in n) print n[w], w}}' {file}",
}


def run(command):
    """Runs a shell command; returns its seconds and the peak memory in MB of
    its largest process."""
    before = time.perf_counter()
    process = subprocess.Popen(["sh", "-c", command],
                               stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - before
    if status != 0:
        sys.exit(f"'{command}' failed with status {status}.")
    return seconds, usage.ru_maxrss / 1024


def warm(path):
    """Brings a file and as much free memory as it may need back into use: a
    virtual machine may have given both away."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 22):
            pass
    for _ in range(2):
        touched = bytearray(min(3 << 30, 3 * os.path.getsize(path)))
        del touched


def measure(commands, rounds):
    """Returns per command the medians of seconds and of megabytes."""
    results = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            results[name].append(run(command))
    return {name: [statistics.median(column) for column in zip(*rows[1:])]
            for name, rows in results.items()}


def compare(tally, path, rounds, quick):
    fill = {"tally": shlex.quote(tally), "file": shlex.quote(path)}
    known = subprocess.run([tally, "--help"], capture_output=True,
                           text=True).stdout
    commands = {name: text.format(**fill) for name, text in PROGRAMS.items()
                if all(word in known for word in name.split()
                       if word.startswith("--"))}
    warm(path)
    figures = measure(commands, rounds)
    if not quick:
        for name, text in PEERS.items():
            if shutil.which(name.split()[0]):
                figures[name] = run(text.format(**fill))
    return figures


def print_table(title, figures):
    base = figures["wc -w"][0]
    print(f"\n{title}\n")
    print("| program | seconds | times as fast as `wc -w` | peak memory |")
    print("|---|---:|---:|---:|")
    for name, (seconds, megabytes) in figures.items():
        print(f"| `{name}` | {seconds:.3f} | {base / seconds:.2f} "
              f"| {megabytes:.0f} MB |")
    sys.stdout.flush()


def corpus(program, kind, folder):
    path = os.path.join(folder, kind + ".txt")
    if not os.path.exists(path):
        with open(path + ".part", "wb") as file:
            subprocess.run([program, kind], stdout=file, check=True)
        os.rename(path + ".part", path)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tally")
    parser.add_argument("corpus_program")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--folder", default="build/bench")
    parser.add_argument("--quick", action="store_true",
                        help="leave out the slow programs")
    args = parser.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    for kind in ("english", "longtail"):
        path = corpus(args.corpus_program, kind, args.folder)
        size = os.path.getsize(path) / 1e6
        figures = compare(args.tally, path, args.rounds, args.quick)
        print_table(f"{kind}, {size:.0f} MB", figures)


if __name__ == "__main__":
    main()
