from tests.flexcare.fleet.brokers import hostile, listen, mosquitto

__all__ = ["hostile", "listen", "mosquitto"]
