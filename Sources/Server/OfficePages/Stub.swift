import Mustache
import Hummingbird
