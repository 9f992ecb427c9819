# SPDX-FileCopyrightText: The Skizzenlotse authors
# SPDX-License-Identifier: Apache-2.0
"""Runs a program for as long as whoever started this holds its standard input open.

usage: kept.py LOG PROGRAM [ARGUMENT...]
Lines of standard input name what to do to the program; each is answered by the same line. The
program dies with this process, and this process with the one that started it, however that ended.
"""
import ctypes
import os
import signal
import subprocess
import sys
import threading

DOES = {
    "stop": signal.SIGTERM,
    "kill": signal.SIGKILL,
    "pause": signal.SIGSTOP,
    "resume": signal.SIGCONT,
}
PR_SET_PDEATHSIG = 1


def program(log, arguments):
    """Starts it so that Linux ends it with us; elsewhere only the end of input does."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)

    def with_us():
        if prctl is not None:
            prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    with open(log, "ab") as out:
        return subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=out, preexec_fn=with_us
        )


def steer(child):
    with os.fdopen(os.dup(0), encoding="ascii") as lines:
        for line in lines:
            child.send_signal(DOES[line.strip()])
            os.write(1, line.encode())
    child.kill()


def main():
    child = program(sys.argv[1], sys.argv[2:])
    threading.Thread(target=steer, args=(child,), daemon=True).start()
    code = child.wait()
    os._exit(code if code >= 0 else 128 - code)


main()
