"""What each of our programs with a screen does before it has one, and how large that is."""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication, QSurfaceFormat

from flexcare.session.offer import Offer
from kiosk.caches import SEED, take_caches
from kiosk.keyboard.start import choose_input_method
from theme.measures import pixels_per_mm

UNKNOWN_DIAGONAL_INCHES = 10.1


def prepare_qt() -> None:
    """Do and choose what must be done and chosen before the application object is made."""
    take_caches(SEED, os.environ)
    choose_input_method(os.environ)
    surface = QSurfaceFormat.defaultFormat()
    # Without these, Mesa's software renderer gives 5 bits a colour, and warm paper turns pink.
    surface.setRedBufferSize(8)
    surface.setGreenBufferSize(8)
    surface.setBlueBufferSize(8)
    QSurfaceFormat.setDefaultFormat(surface)


def density(application: QGuiApplication, offer: Offer | None, diagonal_inches: float | None) -> float:
    """Pixels in a millimetre: from the command line, the device's configuration, the display, or an ordinary tablet's."""
    screen = application.primaryScreen()
    size = screen.size()
    diagonal = diagonal_inches or (offer.device.diagonal_inches if offer else None)
    physical = screen.physicalSize()
    if diagonal is None and not physical.isEmpty() and physical.width() > 0:
        return size.width() / physical.width()
    return pixels_per_mm(size.width(), size.height(), diagonal or UNKNOWN_DIAGONAL_INCHES)
