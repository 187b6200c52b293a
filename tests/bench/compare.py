#!/usr/bin/env python3
"""Times tally against other programs that count words.

Build the target tally_bench first. Both corpora are generated once, into the
folder. Each round runs all programs one after the other, so that a machine
that slows down slows all of them down; a figure is the median of its rounds,
whole process from start to exit, output thrown away, page cache warm. A round
before the first one does not count. Programs that take minutes run once, at
the end. Prints Markdown tables.
"""

import argparse
import os
import platform
import re
import shlex
import shutil
import statistics
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), "..", ".."))
SIZES = {"english": 414_000_000, "longtail": 1_300_000_000}

WC = "LC_ALL=C wc -w {file}"
TALLY = ["{tally} -j 2 {file}", "{tally} -j 1 {file}", "cat {file} | {tally}",
         "{tally} -j 2 --ignore-case {file}",
         "{tally} -j 2 --words text {file}"]
AWK = ("{awk} '{{{{for (i = 1; i <= NF; ++i) n[$i]++}}}}"
       " END {{{{for (w in n) print n[w], w}}}}' {{file}}")
SLOW = {awk: AWK.format(awk=awk)
        for awk in ("gawk", "mawk", "original-awk", "busybox awk")}
SLOW["tr | sort | uniq -c | sort"] = (
    "tr -s '[:space:]' '\\n' <{file} | LC_ALL=C sort | uniq -c"
    " | LC_ALL=C sort -k1,1nr -k2")

USE_MEMORY = """
import mmap, sys
size = max(int(sys.argv[1]), mmap.PAGESIZE)
memory = mmap.mmap(-1, size, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
try:
    memory.madvise(mmap.MADV_HUGEPAGE)
except OSError:
    pass  # There are no huge pages.
for i in range(0, len(memory), mmap.PAGESIZE):
    memory[i] = 1
"""


class Tools:
    """The programs to measure with, all in one folder."""

    def __init__(self, folder):
        self.corpus = os.path.join(folder, "tally_corpus")
        self.stopwatch = os.path.join(folder, "tally_stopwatch")
        self.bare_caf = os.path.join(folder, "tally_bare_caf")


class Command:
    """A program to run, and the seconds and megabytes of each run."""

    def __init__(self, name, words, text=None):
        self.name, self.words, self.text = name, words, text
        self.runs = []

    def run(self, stopwatch):
        done = subprocess.run([stopwatch] + self.words, stdout=subprocess.PIPE,
                              input=self.text, text=True)
        if done.returncode != 0:
            sys.exit(f"'{self.name}' failed with status {done.returncode}.")
        seconds, kilobytes = done.stdout.split()
        self.runs.append((float(seconds), int(kilobytes) / 1024))

    def medians(self):
        return [statistics.median(column) for column in zip(*self.runs)]


def shell_command(name, pattern, path, tally=""):
    fill = {"tally": shlex.quote(tally), "file": shlex.quote(path)}
    return Command(name, ["sh", "-c", pattern.format(**fill)])


def tally_commands(label, tally, path):
    """Leaves out options that an older tally does not know."""
    known = subprocess.run([tally, "--help"], capture_output=True, text=True,
                           check=True).stdout
    return [shell_command(pattern.format(tally=label, file="FILE"), pattern,
                          path, tally)
            for pattern in TALLY
            if all(option in known for option in re.findall("--\\S+", pattern))]


def slow_commands(path):
    return [shell_command(name, pattern, path)
            for name, pattern in SLOW.items() if shutil.which(name.split()[0])]


def forget(path):
    """Takes the file out of the page cache, so that it is read from the disk
    next. One that was just written often lies there in small pages, from which
    the system copies several times slower than from the large ones it reads
    to."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def warm(command, path):
    """Brings the file back into the page cache, and memory back into use: a
    virtual machine may have given both away. Nobody knows which memory the
    command will be given; three times as much as it takes is nearly always
    enough, in huge pages: the system does not make these of small ones that
    were just given back."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 20):
            pass
    size = 3 * int(max(megabytes for _, megabytes in command.runs)) << 20
    subprocess.run([sys.executable, "-c", USE_MEMORY, str(size)], check=True)


def run_rounds(stopwatch, commands, rounds, prepare):
    for command in commands:
        command.run(stopwatch)
    for _ in range(rounds):
        for command in commands:
            prepare(command)
            command.run(stopwatch)
    for command in commands:
        del command.runs[0]


def print_row(command, base):
    seconds, megabytes = command.medians()
    ratio = base.medians()[0] / seconds
    name = command.name.replace("|", "\\|")
    print(f"| `{name}` | {seconds:.4g} | {ratio:.2f} | {megabytes:.0f} MB |",
          flush=True)


def print_table(title, commands, base):
    print(f"\n**{title}**\n\n| program | seconds | times as fast as"
          f" `{base.name}` | peak memory |\n|---|---:|---:|---:|")
    for command in commands:
        print_row(command, base)


def compare(tools, tallies, path, args):
    wc = shell_command("LC_ALL=C wc -w FILE", WC, path)
    commands = [command for label, tally in tallies.items()
                for command in tally_commands(label, tally, path)] + [wc]
    forget(path)
    run_rounds(tools.stopwatch, commands, args.rounds,
               lambda command: warm(command, path))
    print_table(os.path.basename(path), commands, wc)
    for command in [] if args.skip_slow else slow_commands(path):
        command.run(tools.stopwatch)
        print_row(command, wc)


def compare_starts(tools, tallies, args):
    """What there is beside counting."""
    bare = Command("a bare actor system", [tools.bare_caf], "")
    commands = [Command(f"echo hi | {label}", [tally], "hi\n")
                for label, tally in tallies.items()] + [bare]
    run_rounds(tools.stopwatch, commands, args.rounds * 20, lambda _: None)
    print_table("Start and end", commands, bare)


def generate(tools, kind, args):
    size = SIZES[kind] // (100 if args.quick else 1)
    path = os.path.join(args.folder, f"{kind}-{size // 1_000_000}MB.txt")
    if not os.path.exists(path):
        with open(path + ".part", "wb") as file:
            subprocess.run([tools.corpus, kind, str(size)], stdout=file,
                           check=True)
        os.rename(path + ".part", path)
    return path


def machine():
    with open("/proc/cpuinfo") as file:
        models = [line.split(":")[1].strip() for line in file
                  if line.startswith("model name")]
    model = models[0] if models else platform.machine()
    return f"{model}, {len(os.sched_getaffinity(0))} cores"


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    build = os.path.relpath(os.path.join(ROOT, "build"))
    parser.add_argument("--build", default=os.path.join(build, "release"),
                        help="folder of the build [%(default)s]")
    parser.add_argument("--folder", default=os.path.join(build, "bench"),
                        help="where the corpora are kept [%(default)s]")
    parser.add_argument("--rounds", type=int, default=7, help="[%(default)s]")
    parser.add_argument("--tally", help="tally to time [the one of the build]")
    parser.add_argument("--peer", action="append", default=[],
                        help="another tally, to compare with; may be repeated")
    parser.add_argument("--text", action="append", default=[],
                        help="another text to count; may be repeated")
    parser.add_argument("--quick", action="store_true",
                        help="a hundredth of the text, to see that all works")
    parser.add_argument("--skip-slow", action="store_true",
                        help="leave out what takes minutes")
    return parser.parse_args()


def main():
    args = parse_arguments()
    tools = Tools(os.path.join(args.build, "tests", "bench"))
    tallies = {"tally": args.tally or os.path.join(args.build, "tally")}
    tallies.update({path: path for path in args.peer})
    for path in [*vars(tools).values(), *tallies.values()]:
        if not os.access(path, os.X_OK):
            sys.exit(f"There is no program '{path}'. Build the target"
                     " tally_bench, or name another one.")
    os.makedirs(args.folder, exist_ok=True)
    print(f"{machine()}; {shlex.join(sys.argv)}", flush=True)
    paths = [generate(tools, kind, args) for kind in SIZES]
    for path in paths + args.text:
        compare(tools, tallies, path, args)
    compare_starts(tools, tallies, args)


if __name__ == "__main__":
    main()
