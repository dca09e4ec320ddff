"""The broker of a source: an address that is safe to use."""

from __future__ import annotations

from flexcare.configuration.faults import Faults
from flexcare.configuration.model import FleetSection
from flexcare.configuration.validate import Tables
from flexcare.fleet.address import Broker


def check_broker(fleet: FleetSection, tables: Tables, faults: Faults) -> None:
    """Tell a broker that nobody should connect to."""
    try:
        if fleet.broker:
            Broker.of(fleet.broker)
    except ValueError as error:
        faults.add(tables.fault(("fleet", "broker"), str(error), "write mqtts://host:port; mqtt:// is for this machine alone"))
