"""Sessions started apart from the supervisor: who reads the network makes no sandbox, and who makes one reads nothing from the network."""
