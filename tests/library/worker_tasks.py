"""Work for worker processes: at the top of a module, because it travels to them by name."""

import os
import signal
import time

import threadpoolctl

from app.errors import LibraryError

_setups: list[str] = []


def set_up(word: str) -> None:
    _setups.append(word)


def die(*_words: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def double_or_die(number: int) -> tuple[int, list[str]]:
    if number < 0:
        die()
    if number % 3 == 0:
        time.sleep(0.02)
    return number * 2, list(_setups)


def refuse_fives(number: int) -> int:
    if number == 5:
        raise LibraryError("five")
    return number


def tell_process(_number: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def count_threads(_number: int) -> int:
    import cv2

    return max(cv2.getNumThreads(), *(pool["num_threads"] for pool in threadpoolctl.threadpool_info()))
