"""The switches: faults on and off, datagrams on."""

from __future__ import annotations

import json
import re
from http import HTTPStatus

from deploy.headend.addresses import Addresses, NoSuchStream
from deploy.headend.faults import PROTOCOLS, Fault, Kind
from deploy.headend.streams import Air

Told = dict[str, object]


def act(air: Air, addresses: Addresses, method: str, path: str, body: bytes) -> tuple[HTTPStatus, Told]:
    """Do what was asked: `POST` or `DELETE /faults/NAME`, `POST /send/NAME/PROTOCOL`; gives the HTTP status and what to tell."""
    try:
        if match := re.fullmatch(r"/faults/([\w-]+)", path):
            return HTTPStatus.OK, _fault(air, method, match[1], body)
        if (match := re.fullmatch(r"/send/([\w-]+)/(\w+)", path)) and method == "POST":
            return HTTPStatus.OK, {"address": addresses.of(match[1], match[2])}
    except NoSuchStream as error:
        return HTTPStatus.NOT_FOUND, {"error": f"not on the air: {error}"}
    except ValueError as error:
        return HTTPStatus.BAD_REQUEST, {"error": str(error)}
    return HTTPStatus.NOT_FOUND, {"error": "no such switch"}


def _fault(air: Air, method: str, name: str, body: bytes) -> Told:
    asked = json.loads(body or b"{}")
    if not isinstance(asked, dict):
        raise ValueError("the body must be a JSON object")
    if name not in air.streams:
        raise NoSuchStream(name)
    protocol = asked.get("protocol")
    if protocol is not None and protocol not in PROTOCOLS:
        raise ValueError(f"protocol must be one of {', '.join(PROTOCOLS)}")
    protocols = PROTOCOLS if protocol is None else (str(protocol),)
    if method == "DELETE":
        air.faults.heal(name, protocols)
        return {"healed": name}
    fault = Fault(Kind(str(asked.get("fault"))), _share(asked.get("share", 0.05)))
    if fault.kind is Kind.FREEZE and air.streams[name].station.radio:
        raise ValueError("a radio station has no picture to freeze")
    air.faults.set(name, fault, protocols)
    return {"fault": fault.kind.value, "on": name}


def _share(asked: object) -> float:
    if not isinstance(asked, int | float) or not 0 < asked <= 1:
        raise ValueError("share must be more than 0 and at most 1")
    return float(asked)
