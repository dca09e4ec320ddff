"""Which streams rest on the agreement, and which nobody may play: hosts that were not declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flexcare.configuration.faults import Fault, Faults
from flexcare.configuration.hosts import host_of, matches
from flexcare.configuration.model import Hosts
from flexcare.configuration.playlists import Playlist
from flexcare.configuration.validate import Tables
from flexcare.lineup.channel import Channel

CURE = "write it into hosts.own if the hospital runs it, else into hosts.activities with an activity of the agreement"


@dataclass(slots=True)
class Resting:
    """The hosts that rest on the agreement with their activities, and the activities by kind of channel, in order."""

    hosts: dict[str, str] = field(default_factory=dict)
    tv: dict[str, None] = field(default_factory=dict)
    radio: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Undeclared:
    channel: str
    file: str
    line: int
    key: str
    channels: set[int]


def resting(channels: Sequence[Channel], playlists: Sequence[Playlist], tables: Tables, faults: Faults) -> Resting:
    """Sort the hosts of all streams. One that is neither the hospital's own nor covered is a fault at its first channel's line."""
    hosts: Hosts = tables.get("hosts")
    found = Resting()
    own: set[str] = {""}
    undeclared: dict[str, _Undeclared] = {}
    for channel in channels:
        for stream in (channel.stream, *channel.backups):
            host = host_of(stream.address)
            if host in own:
                continue
            if host not in found.hosts and host not in undeclared and matches(host, hosts.own):
                own.add(host)
                continue
            activity = found.hosts.get(host) or activity_of(host, hosts)
            if activity:
                found.hosts[host] = activity
                (found.radio if channel.radio else found.tv)[activity] = None
            elif host in undeclared:
                undeclared[host].channels.add(channel.number)
            else:
                file, line, key = _place(stream.address, playlists, tables)
                undeclared[host] = _Undeclared(channel.name, file, line, key, {channel.number})
    for host, one in undeclared.items():
        others = len(one.channels) - 1
        who = f"{one.channel!r} and {others} more are" if others else f"{one.channel!r} is"
        what = f"{who} played from {host}, which is neither the hospital's own nor covered by an activity"
        faults.add(Fault(one.file, one.line, one.key, what, CURE))
    return found


def activity_of(host: str, hosts: Hosts) -> str:
    """The activity of the agreement that covers a host; "" for none."""
    return next((activity for pattern, activity in hosts.activities.items() if matches(host, (pattern,))), "")


def _place(address: str, playlists: Sequence[Playlist], tables: Tables) -> tuple[str, int, str]:
    for playlist in playlists:
        line = playlist.line_of(address)
        if line:
            return playlist.file, line, ""
    backups: Mapping[str, Sequence[str]] = tables.get("channels").backups
    named = next((name for name, addresses in backups.items() if address in addresses), "")
    return tables.place(("channels", "backups", named))
