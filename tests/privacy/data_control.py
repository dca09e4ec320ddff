"""The Wayland protocol by which a program reads both selections from outside: wlr-data-control-unstable-v1 (version 2), as sway speaks it.

The order of requests and events is their number on the wire, so those that nobody here uses stand here too.
"""

from __future__ import annotations

from pywayland.protocol.wayland import WlSeat, WlSeatProxy
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.globals import Global
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.proxy import Proxy
from pywayland.protocol_core.resource import Resource
from pywayland.scanner.argument import ArgumentType

STRING = Argument(ArgumentType.String)


class DataControlOffer(Interface):
    """What a selection can be had as."""

    name = "zwlr_data_control_offer_v1"
    version = 2


class DataControlOfferProxy(Proxy[DataControlOffer]):
    """Asks for the content of a selection."""

    interface = DataControlOffer

    @DataControlOffer.request(STRING, Argument(ArgumentType.FileDescriptor))
    def receive(self, mime_type: str, fd: int) -> None:
        self._marshal(0, mime_type, fd)

    @DataControlOffer.request()
    def destroy(self) -> None:
        self._marshal(1)
        self._destroy()


class DataControlOfferResource(Resource[DataControlOffer]):
    """What the compositor says of an offer."""

    interface = DataControlOffer

    @DataControlOffer.event(STRING)
    def offer(self, mime_type: str) -> None:
        self._post_event(0, mime_type)


class DataControlSource(Interface):
    """What a program would put into a selection."""

    name = "zwlr_data_control_source_v1"
    version = 2


class DataControlDevice(Interface):
    """Both selections of a seat."""

    name = "zwlr_data_control_device_v1"
    version = 2


_OPTIONAL_SOURCE = Argument(ArgumentType.Object, interface=DataControlSource, nullable=True)
_OPTIONAL_OFFER = Argument(ArgumentType.Object, interface=DataControlOffer, nullable=True)


class DataControlDeviceProxy(Proxy[DataControlDevice]):
    """Follows both selections of a seat."""

    interface = DataControlDevice

    @DataControlDevice.request(_OPTIONAL_SOURCE)
    def set_selection(self, source: None) -> None:
        self._marshal(0, source)

    @DataControlDevice.request()
    def destroy(self) -> None:
        self._marshal(1)
        self._destroy()

    @DataControlDevice.request(_OPTIONAL_SOURCE, version=2)
    def set_primary_selection(self, source: None) -> None:
        self._marshal(2, source)


class DataControlDeviceResource(Resource[DataControlDevice]):
    """What the compositor says of the selections: first each new offer, then which selection it is."""

    interface = DataControlDevice

    @DataControlDevice.event(Argument(ArgumentType.NewId, interface=DataControlOffer))
    def data_offer(self, offer: DataControlOfferProxy) -> None:
        self._post_event(0, offer)

    @DataControlDevice.event(_OPTIONAL_OFFER)
    def selection(self, offer: DataControlOfferProxy | None) -> None:
        self._post_event(1, offer)

    @DataControlDevice.event()
    def finished(self) -> None:
        self._post_event(2)

    @DataControlDevice.event(_OPTIONAL_OFFER, version=2)
    def primary_selection(self, offer: DataControlOfferProxy | None) -> None:
        self._post_event(3, offer)


class DataControlManager(Interface):
    """Gives access to the selections of a seat."""

    name = "zwlr_data_control_manager_v1"
    version = 2


class DataControlManagerProxy(Proxy[DataControlManager]):
    """Gives access to the selections of a seat."""

    interface = DataControlManager

    @DataControlManager.request(Argument(ArgumentType.NewId, interface=DataControlSource))
    def create_data_source(self) -> None:
        self._marshal_constructor(0, DataControlSource)

    @DataControlManager.request(Argument(ArgumentType.NewId, interface=DataControlDevice), Argument(ArgumentType.Object, interface=WlSeat))
    def get_data_device(self, seat: WlSeatProxy) -> DataControlDeviceProxy:
        made = self._marshal_constructor(1, DataControlDevice, seat)
        assert isinstance(made, DataControlDeviceProxy)
        return made


class DataControlManagerGlobal(Global[DataControlManager]):
    """What a registry announces."""

    interface = DataControlManager


DataControlOffer._gen_c()
DataControlSource._gen_c()
DataControlDevice._gen_c()
DataControlManager._gen_c()
DataControlOffer.proxy_class = DataControlOfferProxy
DataControlDevice.proxy_class = DataControlDeviceProxy
DataControlManager.proxy_class = DataControlManagerProxy
