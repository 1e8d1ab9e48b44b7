import HummingbirdTLS
import ArgumentParser
import ServiceLifecycle
print("rounds-server")
