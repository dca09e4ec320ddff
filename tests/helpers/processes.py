"""What other processes are, asked so that one which ends meanwhile is no failure: it is nobody then."""

from __future__ import annotations

import psutil


def name_of(process: psutil.Process) -> str:
    """A process's name; "" of one that is gone."""
    try:
        return process.name()
    except psutil.NoSuchProcess:
        return ""


def command_of(process: psutil.Process) -> list[str]:
    """What a process was started with; nothing of one that is gone or has ended."""
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:  # of a zombie too
        return []


def children_of(process: psutil.Process) -> list[psutil.Process]:
    """A process's children; none of one that is gone."""
    try:
        return process.children()
    except psutil.NoSuchProcess:
        return []


def name_of_parent(process: psutil.Process) -> str:
    """The name of a process's parent; "" where one of them is gone."""
    try:
        parent = process.parent()
        return parent.name() if parent is not None else ""
    except psutil.NoSuchProcess:
        return ""
