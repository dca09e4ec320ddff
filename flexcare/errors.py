"""The one error tree. Each class says what the patient still has when it is raised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from flexcare.configuration.faults import Fault
    from flexcare.lineup.channel import Problem

Alarm = Literal["unreachable", "refused", "expired", "unwritable"]


class FlexCareError(Exception):
    """Something FlexCare could not do: what, where, and the cure, each in plain words.

    `str()` gives one line that is fit for hospital IT to read; it never holds a secret.
    """

    def __init__(self, what: str, *, place: str = "", cure: str = "") -> None:
        self.what = what
        self.place = place
        self.cure = cure
        super().__init__(what)

    def __str__(self) -> str:
        line = f"{self.place}: {self.what}" if self.place else self.what
        return f"{line} ({self.cure})" if self.cure else line


class PlaylistUnusable(FlexCareError):
    """The channel list cannot be used; the last good one stays.

    `problems` holds what is wrong line by line where a list was read and nothing in it could be played.
    """

    def __init__(self, what: str, *, place: str = "", cure: str = "", problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(what, place=place, cure=cure)
        self.problems = problems


class DownloadFailed(FlexCareError):
    """An address could not be read within its limits; what was fetched before stays in use.

    `status` is what an HTTP server answered instead, if it did; `too_large` tells that there was more than the limit.
    """

    def __init__(self, what: str, *, place: str = "", cure: str = "", status: int | None = None, too_large: bool = False) -> None:
        super().__init__(what, place=place, cure=cure)
        self.status = status
        self.too_large = too_large


class WardFolderUnusable(FlexCareError):
    """The ward folder cannot be shown; the screen says that the tablet is not set up."""


class CompositorFailed(FlexCareError):
    """The compositor did not start or went away; nothing is on the screen until it is started again."""


class SessionUnusable(FlexCareError):
    """A session did not come on the screen; it is tried again, and until then the screen is empty."""


class AlreadyRunning(FlexCareError):
    """Another supervisor has the tablet; its screen goes on undisturbed."""


class RunFolderUnusable(FlexCareError):
    """There is no place for sockets and the like; nothing is started."""


class SandboxUnusable(FlexCareError):
    """No session can be closed in on this machine; nothing is shown until that is mended."""


class FirewallUnusable(FlexCareError):
    """The packet filter does not take what sessions may reach; what was in force stays, and television by multicast plays on."""


class ReceiptsUnwritable(FlexCareError):
    """A receipt cannot be put on the disk; the session was cleared all the same, and the receipt waits in memory until the disk is back."""


class ReceiptsUnreadable(FlexCareError):
    """The list of receipts cannot be looked at; nothing changes on the tablet."""


class SourceUnusable(FlexCareError):
    """The configuration's source is not there or cannot be read at all; tablets keep what was published last."""


class SourceFaulty(FlexCareError):
    """The configuration's source has faults, all of them in `faults`; nothing is published, and tablets keep what they have."""

    def __init__(self, faults: tuple[Fault, ...], *, place: str = "") -> None:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"the configuration has {count}", place=place, cure="flexcare check tells them all")
        self.faults = faults


class ConfigurationNotTaken(FlexCareError):
    """What the hospital publishes was not taken; the last good configuration stays in use.

    `alarm` is one word for health: it tells hospital IT which kind of help is needed.
    """

    alarm: Alarm = "refused"


class ConfigurationUnreachable(ConfigurationNotTaken):
    """The hospital's repository cannot be read now; the last good configuration stays in use, and it is tried again."""

    alarm = "unreachable"


class ConfigurationRefused(ConfigurationNotTaken):
    """What the repository serves is not the hospital's word for this tablet; the last good configuration stays in use."""


class ConfigurationExpired(ConfigurationRefused):
    """The hospital's word has run out, or this tablet's clock is wrong; the last good configuration stays in use."""

    alarm = "expired"


class ConfigurationUnwritable(ConfigurationNotTaken):
    """The tablet's disk does not take the new configuration; the last good one stays in use."""

    alarm = "unwritable"


class BrokerUnreachable(FlexCareError):
    """Nobody could be nudged; what was published stands, and tablets find it when they look by themselves."""


class HealthUnknown(FlexCareError):
    """Nobody here can say how the tablet is; whatever is on its screen goes on."""


class RepositoryUnusable(FlexCareError):
    """Nothing was published; tablets keep what was published before."""


class SecretsUnusable(FlexCareError):
    """A passphrase or another secret cannot be read or kept; nothing was changed."""


class EnrolmentFailed(FlexCareError):
    """The tablet is not enrolled anew; it stays as it was."""


class PinRefused(FlexCareError):
    """A PIN is not good enough, or was mistyped; the old one stays in force."""


class GuideUnusable(FlexCareError):
    """The programme guide cannot be read; channels are shown without it, and television plays on."""


class GuideSourceUnusable(FlexCareError):
    """A source of the programme guide cannot be used; what was made of it before stays, and the other sources count."""


class StaffClosed(FlexCareError):
    """No PIN is tried now; the patient's session goes on as it was. `wait_s`: when to try again, 0 where time alone does not help."""

    def __init__(self, what: str, *, wait_s: int = 0, cure: str = "") -> None:
        super().__init__(what, cure=cure)
        self.wait_s = wait_s


class StickUnusable(FlexCareError):
    """Nothing was written to a USB stick; the tablet is as it was. `why` is for the screen."""

    def __init__(self, what: str, *, why: Literal["none", "full", "read-only", "failed"], cure: str) -> None:
        super().__init__(what, cure=cure)
        self.why: Literal["none", "full", "read-only", "failed"] = why


class SenseUnusable(FlexCareError):
    """The machine's own sound or light cannot be set; the session's volume and brightness still work, and nothing on the screen changes."""
